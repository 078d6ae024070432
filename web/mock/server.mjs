// SPDX-License-Identifier: EUPL-1.2
// A stand-in for `wijkbeeld serve`: answers the API with an invented country, so that the page can be
// made and tested without the program. node mock/server.mjs [--port 8018] [--areas 200] [--cells 3000]
// [--page FOLDER]
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { inventAnswers } from "./answers.mjs";

const kTypes = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
});

// What the real server says too, so that the page is tested under it.
const kPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";

/** @param {{ port?: number, areas?: number, cells?: number, page: string }} options */
export function serveMock({ port = 0, areas = 200, cells = 3000, page }) {
  const answer = inventAnswers(areas, cells);
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? "/", "http://localhost");
    const { status, type, body } = address.pathname.startsWith("/api/")
      ? answer(decodeURIComponent(address.pathname.slice(8)), address.searchParams)
      : address.pathname === "/healthz"
        ? { status: 200, type: "application/json", body: Buffer.from('{"status":"ok","project":"same"}') }
      : address.pathname === "/charts.css"
        ? { status: 200, type: kTypes[".css"], body: Buffer.from(".wb-chart{display:block}") }
        : address.pathname === "/theme.css"
          ? { status: 200, type: kTypes[".css"], body: Buffer.from("") }
          : fileOf(page, address.pathname);
    const packed = /gzip/.test(String(request.headers["accept-encoding"])) && body.length > 300;
    response.writeHead(status, {
      "content-type": type,
      "cache-control": "no-cache",
      // As the server has it: the map alone may stand in the page of anybody else.
      "content-security-policy": kPolicy + (address.pathname === "/" && address.searchParams.get("embed") === "1" ? "*" : "'self'"),
      "x-content-type-options": "nosniff",
      ...(packed && type !== "font/woff2" ? { "content-encoding": "gzip" } : {}),
    });
    response.end(packed && type !== "font/woff2" ? gzipSync(body, { level: 6 }) : body);
  });
  return new Promise((done) => {
    server.listen(port, "127.0.0.1", () => {
      const at = server.address();
      const open = typeof at === "object" && at ? at.port : port;
      done({ address: `http://127.0.0.1:${open}`, close: () => server.close() });
    });
  });
}

/** @param {string} page @param {string} path */
function fileOf(page, path) {
  const file = join(page, normalize(path === "/" ? "/index.html" : path));
  if (!file.startsWith(page) || !existsSync(file)) {
    return { status: 404, type: "text/plain", body: Buffer.from("not found") };
  }
  return { status: 200, type: kTypes[extname(file)] ?? "text/plain", body: readFileSync(file) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  /** @param {string} name @param {string} otherwise */
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(name);
    return at > 0 ? process.argv[at + 1] : otherwise;
  };
  const here = dirname(fileURLToPath(import.meta.url));
  const { address } = await serveMock({
    port: Number(option("--port", "8018")),
    areas: Number(option("--areas", "200")),
    cells: Number(option("--cells", "3000")),
    page: resolve(option("--page", join(here, "../dist"))),
  });
  console.log(`the invented country is at ${address}`);
}
