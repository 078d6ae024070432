// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { packCells } from "../../mock/tools.mjs";
import { inventLevels, shapesOf } from "../../mock/country.mjs";
import { cameraFor } from "../map/camera";
import { decodeCells } from "../map/cells";
import type { Scene } from "../map/painter";
import { decodeShapes } from "../map/shapes";
import { PathText, vectorOf } from "../map/vector";
import type { Legend } from "../model";
import { csvOf } from "./csv";
import { kMapRoom, linesOf, sheetOf } from "./sheet";

const buffer = (bytes: Uint8Array) =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
const widthOf = (text: string, size: number) => text.length * size * 0.5;

const legend: Legend = {
  title: "Wat als: leefbaarheid <2018>",
  subtitle: "Klasse van de geschatte score",
  sentence: "",
  mean: "landelijk gemiddelde",
  notes: ["Dit is een proef."],
  source: "Bron: \"verzonnen\" & meer.",
  classes: [1, 2].map((number) => ({
    number,
    name: `klasse ${number}`,
    limits: "",
    colour: number === 1 ? "#792c00" : "#164781",
    areas: String(number * 10),
    residents: "",
    holds_mean: number === 2,
  })),
  absent: [{ byte: 240, name: "te weinig inwoners", pattern: "hatch", areas: "3" }],
  palette: "development",
};

function sceneOf(more: Partial<Scene>): Scene {
  return {
    camera: { x: 0, y: 0, mpp: 1, width: 0, height: 0 },
    box: null,
    shapes: null,
    areas: null,
    cells: null,
    around: null,
    places: [],
    values: new Uint8Array(),
    legend,
    looks: {},
    selected: -1,
    hovered: -1,
    own: [],
    ...more,
  };
}

/** Whether a text is XML whose elements are all closed. */
function isClosed(svg: string): boolean {
  const open: string[] = [];
  for (const [, end, name, self] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (end && open.pop() !== name) return false;
    if (!end && !self) open.push(name);
  }
  return open.length === 0;
}

test("a path has whole tenths, and nothing for what comes to a point", () => {
  const path = new PathText();
  path.beginPath();
  path.moveTo(1, 2);
  path.lineTo(1.01, 2.01);
  path.lineTo(2, 1.5);
  path.lineTo(3, 1.5);
  path.closePath();
  path.moveTo(9, 9);
  path.lineTo(9.01, 9);
  path.closePath();
  expect(path.take()).toBe("M10 20l10 -5 10 0z");
});

test("the camera of a picture shows at least what the screen shows", () => {
  const wide = cameraFor({ x: 1, y: 2, mpp: 10, width: 426, height: 213 }, 852, 1000);
  expect(wide).toEqual({ x: 1, y: 2, mpp: 5, width: 852, height: 426 });
  const high = cameraFor({ x: 1, y: 2, mpp: 10, width: 400, height: 900 }, 800, 1000);
  expect(high.height).toBe(1000);
  expect(high.mpp).toBe(9);
});

test("each class is drawn once, and what is withheld is hatched", () => {
  const { wijken, arcs } = inventLevels(50);
  const shapes = decodeShapes(buffer(shapesOf(wijken, arcs, "low")));
  const values = Uint8Array.from(wijken.codes, (_, i) => (i === 0 ? 240 : 1 + (i % 2)));
  const camera = { x: 110_000, y: 410_000, mpp: 500, width: 400, height: 400 };
  const svg = vectorOf(sceneOf({ shapes, values, camera }), camera, widthOf);
  for (const colour of ["#792c00", "#164781", "url(#wb-hatch-map)"])
    expect(svg.split(`fill="${colour}"`)).toHaveLength(2);
  expect(svg).not.toContain("NaN");
  expect(isClosed(svg)).toBe(true);
});

test("areas that are not meant are pale, and own areas have their outline and name", () => {
  const { wijken, arcs } = inventLevels(50);
  const shapes = decodeShapes(buffer(shapesOf(wijken, arcs, "low")));
  const values = new Uint8Array(wijken.codes.length).fill(1);
  const emphasis = Uint8Array.from(values, (_, i) => (i < 10 ? 1 : 0));
  const camera = { x: 110_000, y: 410_000, mpp: 500, width: 400, height: 400 };
  const ring: [number, number][] = [[90_000, 400_000], [120_000, 400_000], [120_000, 420_000]];
  const own = [{ name: "Mijn <buurt>", rings: [ring], isClosed: true }];
  const svg = vectorOf(sceneOf({ shapes, values, camera, looks: { emphasis }, own }), camera, widthOf);
  expect(svg).toContain('fill="#792c00" fill-opacity="0.20"');
  expect(svg).toContain("Mijn &#60;buurt&#62;");
  expect(svg).toContain('stroke="#0e5a8a"');
});

test("squares of one class in a row are one rectangle", () => {
  const columns = [0, 1, 2, 0];
  const rows = [0, 0, 0, 1];
  const cells = decodeCells(buffer(packCells({ columns, rows, side: 100, x0: 0, y0: 0 })));
  const camera = { x: 150, y: 100, mpp: 1, width: 300, height: 200 };
  const values = Uint8Array.of(1, 1, 2, 2);
  const svg = vectorOf(sceneOf({ cells, values, camera }), camera, widthOf);
  expect(svg).toContain('d="M0 0h2v1h-2z" fill="#792c00"');
  expect(svg).toContain('d="M2 0h1v1h-1zM0 1h1v1h-1z" fill="#164781"');
  expect(svg).toContain('transform="matrix(100 0 0 -100 0 200)"');
});

test("a drawing has title, finding, legend, notes and source, and its signs do no harm", () => {
  const svg = sheetOf({ svg: "<g></g>", height: 300 }, legend, "Twee gebieden & meer.", widthOf);
  for (const text of [
    "Wat als: leefbaarheid &#60;2018&#62;",
    "Twee gebieden &#38; meer.",
    "klasse 2 (landelijk gemiddelde)",
    "te weinig inwoners",
    "Dit is een proef.",
    "Bron: &#34;verzonnen&#34; &#38; meer.",
  ])
    expect(svg).toContain(`>${text}</`);
  expect(svg).toContain(`width="${kMapRoom.width}" height="300.0"`);
  expect(isClosed(svg)).toBe(true);
});

test("lines break between words and hold no more than fits", () => {
  const width = (text: string) => text.length;
  expect(linesOf("een twee drie vier", 9, width)).toEqual(["een twee", "drie vier"]);
  expect(linesOf("onbreekbaarlang a", 5, width)).toEqual(["onbreekbaarlang", "a"]);
  expect(linesOf("  ", 5, width)).toEqual([]);
});

test("a CSV has quotes where they are needed, and nothing where there is no figure", () => {
  expect(csvOf(["a", "b,c"], [['zegt "ja"', 1.5], [" x", null], ["", Number.NaN]])).toBe(
    'a,"b,c"\n"zegt ""ja""",1.5\n" x",\n,\n',
  );
});
