// SPDX-License-Identifier: EUPL-1.2
// Areas of the reader's own from GeoJSON: polygons in RD New, or in longitude and latitude. The bytes
// are not trusted: what is wrong is told, with the feature it is wrong in.
import { say } from "../words";
import { toRd } from "./rd";

export class OwnError extends Error {
  constructor(
    message: string,
    readonly help = "",
  ) {
    super(message);
  }
}

export type OwnArea = { name: string; rings: [number, number][][] };

const kMostPoints = 500_000;
const kMostAreas = 5000;

type Kind = "rd" | "degrees";
const isDegrees = ([x, y]: readonly number[]) => x >= 3 && x <= 7.5 && y >= 50.5 && y <= 54;
const isRd = ([x, y]: readonly number[]) =>
  x >= -10_000 && x <= 310_000 && y >= 290_000 && y <= 640_000;
const kindOf = (point: readonly number[]): Kind | null =>
  isDegrees(point) ? "degrees" : isRd(point) ? "rd" : null;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The name of the system a file names, when it is neither of the two. */
function namedSystem(file: Record<string, unknown>): void {
  const crs = file["crs"];
  const properties = isObject(crs) && isObject(crs["properties"]) ? crs["properties"] : {};
  const name = String(properties["name"] ?? "");
  if (name === "" || /(EPSG:*(28992|7415|4326|4258)|CRS84)/i.test(name.replace(/::/g, ":"))) return;
  throw new OwnError(
    say("The file is in {}.", name),
    say("Save it in RD New (EPSG:28992) or WGS84 (EPSG:4326) first."),
  );
}

type Reading = { kind: Kind | null; points: number };

function ringOf(value: unknown, where: string, reading: Reading): [number, number][] {
  if (!Array.isArray(value)) throw new OwnError(say("{}: a ring is not a list of points.", where));
  const ring = value.map((each): [number, number] => {
    const [x, y] = Array.isArray(each) ? (each as unknown[]) : [];
    if (typeof x !== "number" || typeof y !== "number") {
      throw new OwnError(say("{}: a point is not two numbers.", where));
    }
    const kind = kindOf([x, y]);
    const isSwapped = kind === null && isDegrees([y, x]);
    if (isSwapped) {
      throw new OwnError(
        say("{}: latitude comes before longitude.", where),
        say("GeoJSON wants longitude first."),
      );
    }
    if (kind === null) {
      throw new OwnError(
        say("{}: the point {} lies outside the Netherlands.", where, `${x}, ${y}`),
        say("Save it in RD New (EPSG:28992) or WGS84 (EPSG:4326) first."),
      );
    }
    reading.kind ??= kind;
    if (reading.kind !== kind) throw new OwnError(say("{}: metres and degrees are mixed.", where));
    return kind === "degrees" ? toRd(x, y) : [x, y];
  });
  reading.points += ring.length;
  if (reading.points > kMostPoints) {
    throw new OwnError(
      say("The file has more than {} points.", "500.000"),
      say("Simplify its outlines first."),
    );
  }
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (ring.length > 1 && first[0] === last[0] && first[1] === last[1]) ring.pop();
  if (ring.length < 3) throw new OwnError(say("{}: a ring has fewer than three points.", where));
  if (crossesItself(ring)) {
    throw new OwnError(
      say("{}: the outline crosses itself.", where),
      say("Mend the outline, or draw it anew."),
    );
  }
  return ring;
}

type P = readonly [number, number];
const turn = (a: P, b: P, c: P) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Whether two sides that are not beside each other cross. Long rings are not looked at: the time
 * grows with the square of their points. */
export function crossesItself(ring: readonly P[]): boolean {
  const count = ring.length;
  if (count > 2000) return false;
  for (let i = 0; i < count; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % count]];
    for (let k = i + 2; k < count; k++) {
      if (i === 0 && k === count - 1) continue;
      const [c, d] = [ring[k], ring[(k + 1) % count]];
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
    }
  }
  return false;
}

function polygonsOf(geometry: unknown, where: string): unknown[][] {
  const { type, coordinates } = isObject(geometry) ? geometry : { type: "", coordinates: [] };
  const list = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  if (type === "Polygon") return [list];
  if (type === "MultiPolygon")
    return list.map((each) => (Array.isArray(each) ? (each as unknown[]) : []));
  throw new OwnError(
    say("{}: it is a {}, not a polygon.", where, String(type || "?")),
    say("Only areas can be shown."),
  );
}

function nameOf(properties: unknown, otherwise: string): string {
  if (!isObject(properties)) return otherwise;
  const key = Object.keys(properties).find((each) => /^(naam|name|label|wijk|tit)/i.test(each));
  const value = key ? properties[key] : undefined;
  return typeof value === "string" || typeof value === "number"
    ? String(value).slice(0, 60)
    : otherwise;
}

export function parseGeoJson(text: string): OwnArea[] {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new OwnError(
      say("The file is not GeoJSON."),
      say("It must be text that begins with a brace."),
    );
  }
  if (!isObject(file)) throw new OwnError(say("The file is not GeoJSON."));
  namedSystem(file);
  const list = file["type"] === "FeatureCollection" ? file["features"] : [file];
  if (!Array.isArray(list) || list.length === 0)
    throw new OwnError(say("There are no areas in the file."));
  if (list.length > kMostAreas)
    throw new OwnError(say("The file has more than {} areas.", "5.000"));
  const reading: Reading = { kind: null, points: 0 };
  return list.map((each: unknown, i) => {
    const where = say("Area {}", i + 1);
    const feature = isObject(each) ? each : {};
    const geometry = feature["type"] === "Feature" ? feature["geometry"] : feature;
    const rings = polygonsOf(geometry, where).flatMap((polygon) =>
      polygon.map((ring) => ringOf(ring, where, reading)),
    );
    return { name: nameOf(feature["properties"], where), rings };
  });
}

/** Whether an area holds a place: a ray crosses its rings an odd number of times. */
export function holdsPoint({ rings }: OwnArea, [x, y]: P): boolean {
  let isInside = false;
  for (const ring of rings) {
    for (let i = 0, k = ring.length - 1; i < ring.length; k = i++) {
      const [[ax, ay], [bx, by]] = [ring[i], ring[k]];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
    }
  }
  return isInside;
}
