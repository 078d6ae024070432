// SPDX-License-Identifier: EUPL-1.2
// Builds the page into a folder: node build.mjs [FOLDER], or the folder named by
// WIJKBEELD_WEB_OUT, or else web/dist. Names carry a hash of what is in the file, except
// index.html, so that everything but the page itself may be kept by a browser for ever.
import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** @param {string} out */
export async function buildPage(out) {
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(out)) {
    if (/^(index\.html|(app|style|source-sans-3)-.*\.(js|css|woff2))$/.test(file)) {
      rmSync(join(out, file));
    }
  }
  const made = await build({
    absWorkingDir: here,
    entryPoints: { app: "src/main.ts", style: "src/style.css" },
    outdir: out,
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2020", "chrome87", "firefox78", "safari14"],
    charset: "utf8",
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  const names = Object.keys(made.metafile.outputs).map((name) => name.split(/[\\/]/).pop() ?? "");
  /** @param {RegExp} pattern */
  const one = (pattern) => {
    const found = names.find((name) => pattern.test(name));
    if (!found) throw new Error(`the build made no file like ${pattern}`);
    return found;
  };
  const page = readFileSync(join(here, "src/index.html"), "utf8")
    .replace("%STYLE%", one(/^style-.*\.css$/))
    .replace("%APP%", one(/^app-.*\.js$/))
    .replace("%FONT%", one(/-400-normal-.*\.woff2$/));
  writeFileSync(join(out, "index.html"), page);
  return ["index.html", ...names].sort();
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const out = resolve(process.argv[2] ?? process.env["WIJKBEELD_WEB_OUT"] ?? join(here, "dist"));
  if (!existsSync(join(here, "node_modules"))) {
    console.error("web/node_modules is missing; run ./dev setup first");
    process.exit(1);
  }
  console.log((await buildPage(out)).join("\n"));
}
