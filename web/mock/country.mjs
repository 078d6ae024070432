// SPDX-License-Identifier: EUPL-1.2
// An invented country for development and tests: six-sided areas with shared, wavering borders on an
// island of its own. Nothing in it is, or resembles, a figure about a real place.

/** A stream of chance in [0, 1) from a seed: the same country every time. @param {number} seed */
export function chance(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const kStarts = ["Linden", "Water", "Molen", "Zand", "Hoog", "Veen", "Berken", "Kerk", "Nieuw", "Duin"];
const kWijkEnds = ["wijk", "kwartier", "polder", "hof", "veld", "zijde", "buurt", "park"];
const kTownEnds = ["dam", "horst", "burg", "loo", "rade", "monde", "stede", "ingen"];

/** @typedef {{ level: string, names: string[], gemeenten: string[], codes: string[],
 *   residents: number[], centres: [number, number][], rings: number[][][],
 *   wealth: number[] }} Tiling
 *  Rings are lists of arcs as WBS1 refers to them. */

/** @param {number} wanted how many areas the finest level has, roughly */
export function inventCountry(wanted) {
  const random = chance(2017);
  // Hexagons with pointed tops on a board; the island is what a wobbly circle covers of it.
  const columns = Math.max(4, Math.ceil(Math.sqrt(wanted / 0.62)));
  const rows = columns;
  const size = 200000 / columns;
  const height = size * Math.sqrt(0.75);
  /** @type {{ row: number, column: number, x: number, y: number }[]} */
  const cells = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = (column + 0.5 * (row % 2)) * size;
      const y = row * height;
      const u = x / (columns * size) - 0.5;
      const v = y / (rows * height) - 0.5;
      const angle = Math.atan2(v, u);
      const reach = 0.43 + 0.045 * Math.sin(3 * angle + 1) + 0.03 * Math.sin(7 * angle);
      const isLake = Math.hypot(u - 0.08, v - 0.14) < 0.055;
      const isIslet = Math.hypot(u + 0.42, v - 0.4) < 0.06;
      if ((Math.hypot(u, v) < reach && !isLake) || isIslet) {
        cells.push({ row, column, x, y });
      }
    }
  }
  const geometry = edgesOf(cells, size, height, random);
  return { cells, size, ...geometry, random };
}

/** Corners are shared by up to three cells; an arc runs from corner to corner with some wavering.
 * @param {{ row: number, column: number, x: number, y: number }[]} cells
 * @param {number} size @param {number} height
 * @param {() => number} random */
function edgesOf(cells, size, height, random) {
  /** @type {Map<string, [number, number]>} */
  const corners = new Map();
  /** @param {number} x @param {number} y */
  const corner = (x, y) => {
    const key = `${Math.round((x / size) * 4)},${Math.round((y / height) * 6)}`;
    if (!corners.has(key)) {
      corners.set(key, [
        Math.round(x + (random() - 0.5) * size * 0.35),
        Math.round(y + (random() - 0.5) * size * 0.35),
      ]);
    }
    return key;
  };
  /** @type {Map<string, number>} */
  const arcAt = new Map();
  /** @type {{ from: string, to: string, points: [number, number][], sides: number[] }[]} */
  const arcs = [];
  /** @type {number[][]} */
  const outlines = [];
  cells.forEach(({ x, y }, cell) => {
    const third = height / 3;
    const around = [
      [x, y - 2 * third], [x + size / 2, y - third], [x + size / 2, y + third],
      [x, y + 2 * third], [x - size / 2, y + third], [x - size / 2, y - third],
    ].map(([cx, cy]) => corner(cx, cy));
    outlines.push(
      around.map((from, i) => {
        const to = around[(i + 1) % 6];
        const there = arcAt.get(`${to}>${from}`);
        if (there !== undefined) {
          arcs[there].sides.push(cell);
          return ~there;
        }
        arcAt.set(`${from}>${to}`, arcs.length);
        const points = wavering(
          /** @type {[number, number]} */ (corners.get(from)),
          /** @type {[number, number]} */ (corners.get(to)),
          random,
        );
        arcs.push({ from, to, points, sides: [cell] });
        return arcs.length - 1;
      }),
    );
  });
  return { arcs, outlines };
}

/** @param {[number, number]} a @param {[number, number]} b @param {() => number} random */
function wavering(a, b, random) {
  /** @type {[number, number][]} */
  let line = [a, b];
  for (let turn = 0; turn < 3; turn++) {
    /** @type {[number, number][]} */
    const next = [line[0]];
    for (let i = 1; i < line.length; i++) {
      const [p, q] = [line[i - 1], line[i]];
      const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
      const off = (random() - 0.5) * length * 0.3;
      const middle = /** @type {[number, number]} */ ([
        Math.round((p[0] + q[0]) / 2 - ((q[1] - p[1]) / length) * off),
        Math.round((p[1] + q[1]) / 2 + ((q[0] - p[0]) / length) * off),
      ]);
      next.push(middle, q);
    }
    line = next;
  }
  return line.filter((p, i) => i === 0 || p[0] !== line[i - 1][0] || p[1] !== line[i - 1][1]);
}

/** The finest level and the gemeenten made of it. @param {number} wanted */
export function inventLevels(wanted) {
  const { cells, size, arcs, outlines, random } = inventCountry(wanted);
  const towns = Math.max(3, Math.round(cells.length / 18));
  const seeds = Array.from({ length: towns }, () => cells[Math.floor(random() * cells.length)]);
  const townOf = cells.map(({ x, y }) => {
    let best = 0;
    seeds.forEach((seed, i) => {
      const d = Math.hypot(seed.x - x, seed.y - y);
      if (d < Math.hypot(seeds[best].x - x, seeds[best].y - y)) best = i;
    });
    return best;
  });
  const townNames = seeds.map(
    (_, i) =>
      kStarts[i % 10] + kTownEnds[Math.floor(i / 10) % 8] + (i >= 80 ? ` ${Math.floor(i / 80) + 1}` : ""),
  );
  const wealth = cells.map(({ x, y }) => {
    const wave = Math.sin(x / 23000) + Math.cos(y / 31000) + Math.sin((x + y) / 9000);
    return 0.5 + wave / 7 + (random() - 0.5) * 0.35;
  });
  const residents = cells.map(() => Math.round((200 + 9000 * random() ** 3) * (900 / Math.sqrt(cells.length)) / 60) * 5);
  /** @type {Tiling} */
  const wijken = {
    level: "wijk",
    codes: cells.map((_, i) => `WK99${String(i).padStart(4, "0")}`),
    names: cells.map((_, i) => `${kStarts[(i * 7) % 10]}${kWijkEnds[(i * 3) % 8]} ${Math.floor(i / 40) + 1}`),
    gemeenten: cells.map((_, i) => townNames[townOf[i]]),
    residents,
    centres: cells.map(({ x, y }) => [Math.round(x) + 10000, Math.round(y) + 310000]),
    rings: outlines.map((outline) => [outline]),
    wealth,
  };
  return { arcs, size, wijken, gemeenten: merged(wijken, arcs, townOf, townNames) };
}

/** @param {Tiling} wijken @param {{from: string, to: string, sides: number[]}[]} arcs
 * @param {number[]} townOf @param {string[]} townNames @returns {Tiling} */
function merged(wijken, arcs, townOf, townNames) {
  const members = townNames.map((_, town) => townOf.flatMap((t, i) => (t === town ? [i] : [])));
  const kept = townNames.flatMap((_, town) => (members[town].length > 0 ? [town] : []));
  /** @param {number[]} of @param {number[]} values */
  const sum = (of, values) => of.reduce((total, i) => total + values[i], 0);
  return {
    level: "gemeente",
    codes: kept.map((town) => `GM99${String(town).padStart(2, "0")}`),
    names: kept.map((town) => townNames[town]),
    gemeenten: kept.map((town) => townNames[town]),
    residents: kept.map((town) => sum(members[town], wijken.residents)),
    centres: kept.map((town) => {
      const of = members[town];
      return [
        Math.round(sum(of, wijken.centres.map((c) => c[0])) / of.length),
        Math.round(sum(of, wijken.centres.map((c) => c[1])) / of.length),
      ];
    }),
    rings: kept.map((town) => chained(members[town], wijken, arcs, townOf)),
    wealth: kept.map((town) => sum(members[town], wijken.wealth) / members[town].length),
  };
}

/** The rings round a set of areas. @param {number[]} members @param {Tiling} wijken
 * @param {{from: string, to: string, sides: number[]}[]} arcs @param {number[]} townOf */
function chained(members, wijken, arcs, townOf) {
  /** @type {Map<string, number[]>} */
  const from = new Map();
  for (const member of members) {
    for (const reference of wijken.rings[member][0]) {
      const { sides, from: a, to: b } = arcs[reference < 0 ? ~reference : reference];
      const other = sides.find((side) => side !== member);
      if (other !== undefined && townOf[other] === townOf[member]) continue;
      const start = reference < 0 ? b : a;
      from.set(start, [...(from.get(start) ?? []), reference]);
    }
  }
  /** @type {number[][]} */
  const rings = [];
  while (from.size > 0) {
    const ring = [];
    const begin = /** @type {string} */ (from.keys().next().value);
    let at = begin;
    do {
      const out = /** @type {number[]} */ (from.get(at));
      const reference = /** @type {number} */ (out.pop());
      if (out.length === 0) from.delete(at);
      ring.push(reference);
      const arc = arcs[reference < 0 ? ~reference : reference];
      at = reference < 0 ? arc.from : arc.to;
    } while (at !== begin);
    rings.push(ring);
  }
  return rings;
}

// ------------------------------------------------------------------------------------- WBS1

/** @param {number[]} out @param {number} value */
function varint(out, value) {
  while (value > 127) {
    out.push((value % 128) + 128);
    value = Math.floor(value / 128);
  }
  out.push(value);
}

/** @param {number[]} out @param {number} value */
function zigzag(out, value) {
  varint(out, value < 0 ? -2 * value - 1 : 2 * value);
}

/** Arcs and rings as bytes of format WBS1. @param {[number, number][][]} arcs points in units
 * @param {number[][][]} areas @param {{ x?: number, y?: number, step?: number }} [origin] */
export function packShapes(arcs, areas, origin = {}) {
  /** @type {number[]} */
  const out = [];
  for (const points of arcs) {
    varint(out, points.length);
    let [px, py] = [0, 0];
    for (const [x, y] of points) {
      zigzag(out, x - px);
      zigzag(out, y - py);
      [px, py] = [x, y];
    }
  }
  for (const rings of areas) {
    varint(out, rings.length);
    for (const ring of rings) {
      varint(out, 2 * ring.length);
      for (const reference of ring) zigzag(out, reference);
    }
  }
  const bytes = Buffer.alloc(36 + out.length);
  bytes.write("WBS1", 0, "latin1");
  bytes.writeUInt32LE(areas.length, 4);
  bytes.writeUInt32LE(arcs.length, 8);
  bytes.writeDoubleLE(origin.x ?? 0, 12);
  bytes.writeDoubleLE(origin.y ?? 0, 20);
  bytes.writeDoubleLE(origin.step ?? 1, 28);
  bytes.set(out, 36);
  return bytes;
}

const kEvery = { low: 4, mid: 2, full: 1 };

/** A level at a scale. Arcs no area of the level uses are left out.
 * @param {Tiling} tiling @param {{ points: [number, number][] }[]} arcs
 * @param {"low" | "mid" | "full"} scale */
export function shapesOf(tiling, arcs, scale) {
  /** @type {Map<number, number>} */
  const number = new Map();
  /** @type {[number, number][][]} */
  const lines = [];
  const areas = tiling.rings.map((rings) =>
    rings.map((ring) =>
      ring.map((reference) => {
        const arc = reference < 0 ? ~reference : reference;
        let at = number.get(arc);
        if (at === undefined) {
          at = lines.length;
          number.set(arc, at);
          const { points } = arcs[arc];
          lines.push(points.filter((_, i) => i % kEvery[scale] === 0 || i === points.length - 1));
        }
        return reference < 0 ? ~at : at;
      }),
    ),
  );
  return packShapes(lines, areas, { x: 10000, y: 310000 });
}
