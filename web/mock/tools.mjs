// SPDX-License-Identifier: EUPL-1.2
// What the invented country says beside its maps: comparison, relation, cohorts, what-if, squares.
import { chance } from "./country.mjs";

/** @typedef {import("./country.mjs").Tiling} Tiling */
/** @typedef {"nl" | "en"} Lang */
/** @typedef {{ numbers: number[], classes: number[] }} Values */

/** @param {Lang} lang @param {string} nl @param {string} en */
const either = (lang, nl, en) => (lang === "nl" ? nl : en);

/** Squares over the same island, roughly so many. @param {number} wanted */
export function inventCells(wanted) {
  const random = chance(31);
  const side = Math.max(100, Math.round(Math.sqrt(16e9 / wanted) / 100) * 100);
  const across = Math.floor(200000 / side);
  /** @type {number[]} */
  const columns = [];
  /** @type {number[]} */
  const rows = [];
  for (let column = 0; column < across; column++) {
    for (let row = 0; row < across; row++) {
      const [u, v] = [column / across - 0.5, row / across - 0.5];
      const town = Math.sin(u * 21) + Math.cos(v * 17) + Math.sin((u + v) * 37);
      if (Math.hypot(u, v) < 0.44 && random() < 0.62 + town * 0.2) {
        columns.push(column);
        rows.push(row);
      }
    }
  }
  const [x0, y0] = [10000, 310000];
  const code = (/** @type {number} */ i) =>
    `E${String(Math.round((x0 + columns[i] * side) / 100)).padStart(4, "0")}N${String(Math.round((y0 + rows[i] * side) / 100)).padStart(4, "0")}`;
  /** @type {Tiling} */
  const tiling = {
    level: "cell",
    codes: columns.map((_, i) => code(i)),
    names: columns.map((_, i) => code(i)),
    gemeenten: columns.map(() => "Lindendam"),
    residents: columns.map(() => 20 + Math.round(random() * 60) * 5),
    centres: columns.map((c, i) => [x0 + (c + 0.5) * side, y0 + (rows[i] + 0.5) * side]),
    rings: [],
    wealth: columns.map((c, i) => 0.5 + (Math.sin((c * side) / 23000) + Math.cos((rows[i] * side) / 31000)) / 6 + (random() - 0.5) * 0.4),
  };
  return { tiling, columns, rows, side, x0, y0 };
}

/** The places of squares as bytes of format WBC1.
 * @param {{ columns: number[], rows: number[], side: number, x0: number, y0: number }} cells */
export function packCells({ columns, rows, side, x0, y0 }) {
  const bytes = Buffer.alloc(28 + 4 * columns.length);
  bytes.write("WBC1", 0, "latin1");
  bytes.writeUInt32LE(columns.length, 4);
  bytes.writeUInt32LE(side, 8);
  bytes.writeDoubleLE(x0, 12);
  bytes.writeDoubleLE(y0, 20);
  columns.forEach((column, i) => bytes.writeUInt16LE(column, 28 + 2 * i));
  rows.forEach((row, i) => bytes.writeUInt16LE(row, 28 + 2 * columns.length + 2 * i));
  return bytes;
}

/** @param {Tiling} tiling @param {Tiling} wijken @param {number} i */
export function atOf(tiling, wijken, i) {
  if (!(i < tiling.codes.length)) return null;
  const named = { code: wijken.codes[i % wijken.codes.length], name: wijken.names[i % wijken.codes.length] };
  return {
    code: tiling.codes[i],
    name: tiling.names[i],
    gemeente: tiling.gemeenten[i],
    residents: tiling.residents[i],
    centre: tiling.centres[i],
    wijk: tiling.level === "cell" ? named : null,
    buurt: null,
  };
}

/** @param {string} id @param {Lang} lang @param {string[]} head @param {string[][]} rows */
function table(id, lang, head, rows) {
  return { kind: "table", id, title: either(lang, "Verzonnen tabel", "Invented table"), head, rows };
}

/** @param {Lang} lang @param {string[]} names @param {number[][]} paths */
function chart(lang, names, paths) {
  const lines = paths.map((numbers, k) => {
    const points = numbers
      .flatMap((n, i) => (Number.isFinite(n) ? [`${20 + i * 55},${Math.round(150 - (n - 3.6) * 120)}`] : []))
      .join(" ");
    return `<polyline points="${points}" fill="none" stroke="currentColor" stroke-width="${1.5 + (k % 2)}"/>`;
  });
  return {
    kind: "chart",
    id: "fig-paths",
    title: either(lang, "De paden liggen naast elkaar", "The paths lie side by side"),
    subtitle: either(lang, "Verzonnen score per meting", "Invented score by wave"),
    description: "",
    source: either(lang, "Bron: verzonnen.", "Source: invented."),
    svg: `<svg xmlns="http://www.w3.org/2000/svg" class="wb-chart" width="360" height="160" viewBox="0 0 360 160" role="img" aria-label="${names.join(", ")}">${lines.join("")}</svg>`,
    table: null,
  };
}

/** @param {Lang} lang @param {{ tiling: Tiling, at: number }[]} chosen
 * @param {(tiling: Tiling, wave: number) => Values} values @param {number[]} waves */
export function compared(lang, chosen, values, waves) {
  const names = chosen.map(({ tiling, at }) => tiling.names[at]);
  const paths = chosen.map(({ tiling, at }) => waves.map((wave) => values(tiling, wave).numbers[at]));
  const shown = (/** @type {number} */ n) => (Number.isFinite(n) ? n.toFixed(2).replace(".", lang === "nl" ? "," : ".") : "");
  return {
    title: names.join(" · "),
    lede: [either(lang, `Dit zijn ${names.length} gebieden naast elkaar.`, `These are ${names.length} areas side by side.`)],
    chapters: [
      {
        id: "paths",
        title: either(lang, "Paden", "Paths"),
        blocks: [
          chart(lang, names, paths),
          table("t-compare", lang, [either(lang, "gebied", "area"), ...waves.map(String)], names.map((name, k) => [name, ...paths[k].map(shown)])),
        ],
      },
    ],
    areas: chosen.map(({ tiling, at }) => ({ code: tiling.codes[at], name: tiling.names[at], gemeente: tiling.gemeenten[at], level: tiling.level })),
  };
}

/** @param {Lang} lang @param {string} x @param {string} y */
export function related(lang, x, y) {
  const axis = (/** @type {string} */ of) => ({
    title: of.startsWith("class") || of.startsWith("score") ? either(lang, `Score, ${of.split("/")[1]}`, `Score, ${of.split("/")[1]}`) : of.replace("/", ", "),
    unit: "",
    mean: of.startsWith("class") || of.startsWith("score") ? 4.1 : 0,
  });
  const names = either(lang, "hoog en hoog|laag en hoog|laag en laag|hoog en laag", "high and high|low and high|low and low|high and low").split("|");
  return {
    title: either(lang, "Hoe de twee samengaan", "How the two go together"),
    sentence: either(lang, "De rangcorrelatie is 0,41 (90%-interval 0,33 tot 0,48).", "The rank correlation is 0.41 (90% interval 0.33 to 0.48)."),
    x: axis(x),
    y: axis(y),
    quadrants: names.map((name, i) => ({ name, areas: String(40 + i), residents: String(1000 * (i + 3)) })),
  };
}

/** @param {Lang} lang */
export function cohortsOf(lang) {
  return {
    lists: [{ id: "lijst-1", title: either(lang, "Verzonnen lijst 2007", "Invented list 2007"), areas: "12", source: "Voorbeeldland" }],
    rules: [{ text: "score[2018] < 4,0", title: either(lang, "lage score in 2018", "low score in 2018") }],
    help: [either(lang, "Een regel vergelijkt een grootheid met een getal.", "A rule compares a quantity with a number.")],
  };
}

/** @param {Lang} lang @param {Tiling} tiling @param {Values} values @param {URLSearchParams} asked */
export function cohortOf(lang, tiling, values, asked) {
  const limit = (/** @type {string} */ rule) => Number(/<\s*([\d.,]+)/.exec(rule)?.[1].replace(",", "."));
  const rule = asked.get("rule") ?? "";
  const list = asked.get("list") ?? "";
  if (list === "" && !Number.isFinite(limit(rule))) {
    return { refused: { what: either(lang, `'${rule}' is geen regel`, `'${rule}' is no rule`), why: either(lang, "er staat geen vergelijking in", "there is no comparison in it"), help: either(lang, "bedoelde u 'score[2018] < 4,0'?", "did you mean 'score[2018] < 4.0'?"), status: 400 } };
  }
  const below = (/** @type {number} */ most) => tiling.codes.flatMap((_, i) => (values.numbers[i] < most ? [i] : []));
  const members = list !== "" ? tiling.codes.flatMap((_, i) => (i % 17 === 2 ? [i] : [])) : below(limit(rule));
  const other = asked.get("other") ?? "";
  const moved = other === "" ? members : below(limit(other));
  const title = list !== "" ? cohortsOf(lang).lists[0].title : rule;
  return {
    rule,
    title,
    lede: [either(lang, `${members.length} gebieden horen erbij.`, `${members.length} areas belong to it.`)],
    chapters: [
      {
        id: "members",
        title: either(lang, "Leden", "Members"),
        blocks: [
          { kind: "paragraph", texts: [either(lang, "Deze cijfers zijn verzonnen.", "These figures are invented.")] },
          { kind: "heading", text: either(lang, "Enkele leden", "Some members") },
          { kind: "links", items: members.slice(0, 2).map((i) => ({ text: tiling.names[i], address: `/gebied/${tiling.codes[i]}?lang=${lang}` })) },
          table("t-members", lang, [either(lang, "gebied", "area"), either(lang, "score", "score")], members.slice(0, 5).map((i) => [tiling.names[i], values.numbers[i]?.toFixed(2) ?? ""])),
        ],
      },
    ],
    members,
    joined: moved.filter((i) => !members.includes(i)),
    left: members.filter((i) => !moved.includes(i)),
  };
}

/** @param {Lang} lang @param {number[]} waves */
export function knobsOf(lang, waves) {
  const dimension = [either(lang, "Woningen", "Homes"), either(lang, "Veiligheid", "Safety")];
  return {
    instrument: { title: either(lang, "Verzonnen instrument", "Invented instrument") },
    indicators: [
      { id: "huur", name: either(lang, "Sociale huurwoningen", "Social housing"), dimension: dimension[0], sign: "-", contested: true },
      { id: "voor-1940", name: either(lang, "Woningen van voor 1940", "Homes from before 1940"), dimension: dimension[0], sign: "+", contested: false },
      { id: "overlast", name: either(lang, "Overlast", "Nuisance"), dimension: dimension[1], sign: "-", contested: false },
      { id: "inbraak", name: either(lang, "Inbraken", "Burglaries"), dimension: dimension[1], sign: "-", contested: false },
    ],
    levels: ["wijk"],
    waves,
  };
}

/** The classes after, made up from how much was turned. @param {number[]} classes
 * @param {URLSearchParams} asked */
export function classesAfter(classes, asked) {
  const turned = [asked.get("without"), asked.get("factor"), asked.get("contested")].join("").length;
  return classes.map((c, i) => (c >= 240 || turned === 0 ? c : Math.min(9, Math.max(1, c + (i % 5 === turned % 5 ? 1 : i % 7 === turned % 7 ? -1 : 0)))));
}

/** @param {Lang} lang @param {Tiling} tiling @param {number[]} before @param {number[]} after
 * @param {object} legend */
export function whatIfOf(lang, tiling, before, after, legend) {
  const moved = before.filter((c, i) => c !== after[i]).length;
  return {
    title: either(lang, "Wat als", "What if"),
    lede: [either(lang, `${moved} van de ${tiling.codes.length} gebieden krijgen een andere klasse.`, `${moved} of the ${tiling.codes.length} areas get another class.`)],
    chapters: [
      {
        id: "moved",
        title: either(lang, "Wie verschuift", "Who moves"),
        blocks: [table("t-moved", lang, [either(lang, "gebied", "area"), either(lang, "voor", "before"), either(lang, "na", "after")], tiling.codes.flatMap((_, i) => (before[i] !== after[i] ? [[tiling.names[i], String(before[i]), String(after[i])]] : [])).slice(0, 6))],
      },
    ],
    legend,
  };
}

/** @param {Tiling} tiling @param {{ numbers: number[], classes: number[] }} before
 * @param {number[]} after @param {URLSearchParams} asked */
export function tableAfter(tiling, { numbers, classes }, after, asked) {
  const off = (asked.get("without") ?? "").split(",").filter(Boolean).map((id) => `${id}=x0`);
  const factors = (asked.get("factor") ?? "").split(",").filter(Boolean).map((one) => one.replace(":", "=x"));
  const turned = [...off, ...factors].join("; ");
  const moved = movedOf(classes, after);
  const shown = (/** @type {number} */ byte) => (byte >= 240 ? "" : byte);
  const rows = tiling.codes.map((code, i) =>
    [code, tiling.names[i], tiling.gemeenten[i], tiling.residents[i] ?? "", shown(classes[i]), shown(after[i]), numbers[i] || "", numbers[i] || "", ["", "down", "same", "up"][moved[i]] ?? "", moved[i] >= 240 ? "withheld" : "", turned].join(","),
  );
  return `area_code,area_name,gemeente,residents,class_before,class_after,score_before,score_after,moved,absent_because,what_if\n${rows.join("\n")}\n`;
}

/** @param {number[]} before @param {number[]} after */
export function movedOf(before, after) {
  return before.map((c, i) => (c >= 240 ? c : after[i] < c ? 1 : after[i] > c ? 3 : 2));
}
