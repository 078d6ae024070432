// SPDX-License-Identifier: EUPL-1.2
// Own areas to the program that serves the page, and back: the only thing of one's own that ever
// leaves the page, when asked to, and only to where the page came from.
import type { OwnAnswer } from "../model";
import type { OwnArea } from "./geojson";

/** GeoJSON in RD New. All rings stand in one polygon: a ring in a ring is a hole, as on the map. */
export function toGeoJson(areas: OwnArea[]): string {
  const closed = (ring: [number, number][]) => [...ring, ring[0]];
  return JSON.stringify({
    type: "FeatureCollection",
    crs: { type: "name", properties: { name: "EPSG:28992" } },
    features: areas.map(({ name, rings }) => ({
      type: "Feature",
      properties: { naam: name },
      geometry: { type: "Polygon", coordinates: rings.map(closed) },
    })),
  });
}

/** The areas of a file the program has read. */
export function areasOf({ areas }: OwnAnswer): OwnArea[] {
  return areas.map(({ name, outline }) => ({
    name,
    rings: outline.flatMap((rings) => rings.map((ring) => ring.slice(0, -1))),
  }));
}
