// SPDX-License-Identifier: EUPL-1.2
// The program itself, serving the example country: WIJKBEELD_PROGRAM=build/dev/src/wijkbeeld. For what
// only it can do, such as reading files of others.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type Serving = { address: string; folder: string; project: string; close(): void };

/** The program that is to be tried; without it these journeys are skipped, and told as such. */
export const program = process.env["WIJKBEELD_PROGRAM"];

export async function serveExample(): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), "wijkbeeld-journey-"));
  const path = program ?? "";
  execFileSync(path, ["example", "land", "--quiet"], { cwd: folder });
  execFileSync(path, ["import", "land", "--project", "land.gpkg", "--quiet"], { cwd: folder });
  const server = spawn(path, ["serve", "land.gpkg", "--port", "0"], { cwd: folder });
  const address = await new Promise<string>((done, fail) => {
    const said: string[] = [];
    for (const stream of [server.stdout, server.stderr])
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        const found = /http:\/\/[\w.:]+/.exec(line);
        if (found) done(found[0]);
      });
    server.on("exit", () => fail(new Error(`the server stopped: ${said.join(" ")}`)));
  });
  return {
    address,
    folder,
    project: join(folder, "land.gpkg"),
    close() {
      server.removeAllListeners("exit");
      server.kill("SIGINT");
      rmSync(folder, { recursive: true });
    },
  };
}
