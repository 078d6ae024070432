// SPDX-License-Identifier: EUPL-1.2
// Zip archives and workbooks, so that a journey makes its files itself.

const kTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = kTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Members as they are, not packed. */
export function zipOf(members: Record<string, Buffer | string>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(members)) {
    const bytes = Buffer.from(content as string);
    const title = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(crcOf(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(title.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    const head = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), about, title]);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), about, rest, title);
    local.push(head, bytes);
    at += head.length + bytes.length;
  }
  const index = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  const count = Object.keys(members).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, index, end]);
}

type Row = (string | number)[];

function sheetXml(rows: Row[]): string {
  const cell = (value: string | number, at: string) =>
    typeof value === "number"
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (cells: Row, r: number) =>
    `<row r="${r + 1}">${cells.map((v, c) => cell(v, String.fromCharCode(65 + c) + (r + 1))).join("")}</row>`;
  return (
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
    `${rows.map(row).join("")}</sheetData></worksheet>`
  );
}

/** A workbook with these sheets, in order. */
export function workbookOf(sheets: Record<string, Row[]>): Buffer {
  const names = Object.keys(sheets);
  const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const part = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const links = names.map(
    (_, i) => `<Relationship Id="r${i + 1}" Type="${kind}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const tabs = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`);
  const ofRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
  return zipOf({
    "[Content_Types].xml":
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="${part}.worksheet+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${ofRelations}"><Relationship Id="r1" Type="${kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${kind}"><sheets>${tabs.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${ofRelations}">${links.join("")}</Relationships>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheets[name])])),
  });
}
