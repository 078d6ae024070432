// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import {
  columnsOf,
  fieldsOf,
  figuresOf,
  mendedCode,
  numberOf,
  storedNumber,
  tableOf,
} from "./columns";
import { limitsOf, onMap } from "./figures";
import { crossesItself, holdsPoint, parseGeoJson } from "./geojson";
import { toRd } from "./rd";
import { areasOf, toGeoJson } from "./scores";

// Published with the formula (Kadaster): Westertoren in Amsterdam and Martinitoren in Groningen.
test("longitude and latitude become metres in RD New", () => {
  const near = ([x, y]: [number, number], [u, v]: [number, number]) => Math.hypot(x - u, y - v);
  expect(near(toRd(5.38720621, 52.1551744), [155000, 463000])).toBeLessThan(0.01);
  expect(near(toRd(4.88352559, 52.37453253), [120700.723, 487525.501])).toBeLessThan(1);
  expect(near(toRd(6.56820053, 53.21938317), [233883.131, 582065.167])).toBeLessThan(1);
});

const square = (x: number, y: number, side: number) => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const file = (coordinates: unknown, more: object = {}) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: [
      { type: "Feature", properties: { naam: "Oost" }, geometry: { type: "Polygon", coordinates } },
    ],
    ...more,
  });

test("polygons are read in metres and in degrees", () => {
  const [area] = parseGeoJson(file([square(120000, 480000, 1000)]));
  expect(area.name).toBe("Oost");
  expect(area.rings[0]).toHaveLength(4);
  expect(holdsPoint(area, [120500, 480500])).toBe(true);
  expect(holdsPoint(area, [121500, 480500])).toBe(false);
  const [other] = parseGeoJson(file([square(5, 52, 0.1)]));
  expect(other.rings[0][0][0]).toBeGreaterThan(120_000);
});

test("what is wrong with a file is told, with the area it is wrong in", () => {
  const bow = [
    [120000, 480000],
    [121000, 481000],
    [121000, 480000],
    [120000, 481000],
  ];
  const cases: [string, string][] = [
    ["nothing", "geen GeoJSON"],
    ["[]", "geen GeoJSON"],
    ['{"type":"FeatureCollection","features":[]}', "geen gebieden"],
    ['{"type":"Point","coordinates":[1,2]}', "Gebied 1: het is een Point"],
    [file([square(52, 5, 0.1)]), "v\u00f3\u00f3r de lengte"],
    [file([square(800000, 6800000, 100)]), "buiten Nederland"],
    [
      file([
        [
          [120000, 480000],
          [5, 52],
          [121000, 480000],
        ],
      ]),
      "door elkaar",
    ],
    [
      file([
        [
          [120000, 480000],
          [121000, 480000],
        ],
      ]),
      "minder dan drie",
    ],
    [file([bow]), "kruist zichzelf"],
    [
      file([
        [
          ["a", 1],
          [1, 2],
          [2, 3],
        ],
      ]),
      "geen twee getallen",
    ],
    [
      file([square(120000, 480000, 9)], { crs: { properties: { name: "EPSG:3857" } } }),
      "EPSG:3857",
    ],
  ];
  for (const [text, words] of cases) expect(() => parseGeoJson(text), text).toThrow(words);
  const named = { crs: { properties: { name: "urn:ogc:def:crs:EPSG::28992" } } };
  expect(parseGeoJson(file([square(120000, 480000, 9)], named))).toHaveLength(1);
});

test("a ring that only touches itself at its ends does not cross itself", () => {
  expect(
    crossesItself([
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ]),
  ).toBe(false);
  expect(
    crossesItself([
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ]),
  ).toBe(true);
});

test("numbers are read as people write them", () => {
  const read = ["1.234,5", "0,12", "1234.5", "\u22123", "12%", "x", "", "1,2,3"].map(numberOf);
  expect(read).toEqual([1234.5, 0.12, 1234.5, -3, 12, null, null, null]);
  expect(fieldsOf('a;"b;""c""";d', ";")).toEqual(["a", 'b;"c"', "d"]);
});

const parsed = (text: string) => figuresOf(tableOf(text));
const sheet = (head: string[], ...body: string[][]) => ({ head, body, numberOf: storedNumber });

test("a workbook stores numbers in one way, and texts as people write them", () => {
  const read = ["1.234", "-2", "1.5E-3", "1.234,5", "#N/A", ""].map(storedNumber);
  expect(read).toEqual([1.234, -2, 0.0015, 1234.5, null, null]);
});

test("codes are told from years and counts, and the column of figures can be chosen", () => {
  const table = sheet(
    ["jaar", "gemeente", "klachten", "soort", "bomen"],
    ["2020", "363", "12", "x", "0.5"],
    ["2020", "5", "8", "y", "0.25"],
  );
  expect(columnsOf(table)).toEqual({ code: 1, numbers: [0, 2, 4] });
  expect(figuresOf(table, 4).title).toBe("bomen");
  expect([...figuresOf(table, 4).values]).toEqual([["363", 0.5], ["5", 0.25]]);
  expect(figuresOf(table, 3).title).toBe("jaar");
  const lettered = sheet(["code", "wijk", "n"], ["12", "WK036300", "3"]);
  expect(columnsOf(lettered).code).toBe(1);
  expect(columnsOf(sheet(["a", "b"], ["1011", "3"])).code).toBe(0);
  expect(() => columnsOf(sheet(["aantal", "n"], ["12", "3"]))).toThrow("codes van gebieden");
});

test("codes that lost letters or zeros are mended, and only those", () => {
  expect(mendedCode("363", "GM0344")).toBe("GM0363");
  expect(mendedCode("GM363", "GM0344")).toBe("GM0363");
  expect(mendedCode("36300", "WK034400")).toBe("WK036300");
  expect(mendedCode("GM0363", "GM0344")).toBe(null);
  expect(mendedCode("WK363", "GM0344")).toBe(null);
  expect(mendedCode("03630", "GM0344")).toBe(null);
  expect(mendedCode("1011", "1012")).toBe(null);
  expect(mendedCode("X", "")).toBe(null);
  const places = {
    count: 2,
    example: "GM0005",
    ordinalOf: (code: string) => ["GM0005", "GM0363"].indexOf(code),
  };
  const table = sheet(["gemeente", "n"], ["363", "2.1"], ["5", "2.2"], ["9", "1"]);
  const { mended, strange, numbers, matched, values } = onMap(figuresOf(table), places, "nl");
  expect(mended).toEqual([["363", "GM0363"], ["5", "GM0005"]]);
  expect([matched, strange]).toEqual([2, ["9"]]);
  expect([...numbers]).toEqual([2.2, 2.1]);
  expect([...values]).toEqual([2, 1]);
});

test("figures are joined by code and put in classes", () => {
  const text =
    "\ufeffnaam;code;klachten\nA;WK000001;1,5\nB;wk000002;2,5\nC;WK000003;\nD;WK000009;7\n";
  const figures = parsed(text);
  expect(figures.title).toBe("klachten");
  expect(figures.skipped).toBe(1);
  const codes = ["WK000001", "WK000002", "WK000003"];
  const places = { count: 3, ordinalOf: (code: string) => codes.indexOf(code) };
  const { values, legend, matched, strange } = onMap(figures, places, "nl");
  expect(matched).toBe(2);
  expect(strange).toEqual(["WK000009"]);
  expect([...values]).toEqual([1, 2, 240]);
  expect(legend.classes.map(({ limits, areas }) => `${limits}: ${areas}`)).toEqual([
    "minder dan 2,5: 1",
    "2,5 en meer: 1",
  ]);
});

test("classes have about as many areas each, and equal numbers share one", () => {
  expect(limitsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5)).toEqual([3, 5, 7, 9]);
  expect(limitsOf([1, 1, 1, 1, 1, 1, 9], 5)).toEqual([9]);
  expect(limitsOf([2, 2, 2], 5)).toEqual([]);
});

test("a file that holds no figures is told so", () => {
  expect(() => parsed("code;x\n")).toThrow("geen cijfers");
  expect(() => parsed("code\nWK000001\n")).toThrow("\u00e9\u00e9n kolom");
  expect(() => parsed("a;b\nx;1\ny;2\n")).toThrow("codes van gebieden");
  expect(() => parsed("a;b\nWK000001;x\n")).toThrow("getallen");
});

test("own areas go to the program as GeoJSON that reads back the same", () => {
  const hole = square(120200, 480200, 100);
  const areas = parseGeoJson(file([square(120000, 480000, 1000), hole]));
  expect(parseGeoJson(toGeoJson(areas))).toEqual(areas);
});

test("outlines the program gives back become areas", () => {
  const outline = [[square(0, 0, 9), square(3, 3, 2)], [square(20, 0, 5)]] as [number, number][][][];
  const answer = { title: "", lede: [], chapters: [], remarks: [], csv: "", areas: [{ name: "Oost", classes: {}, outline }] };
  const [area] = areasOf(answer);
  expect(area.name).toBe("Oost");
  expect(area.rings).toHaveLength(3);
  expect(holdsPoint(area, [1, 1])).toBe(true);
  expect(holdsPoint(area, [4, 4])).toBe(false);
  expect(holdsPoint(area, [21, 1])).toBe(true);
});
