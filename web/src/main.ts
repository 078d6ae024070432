// SPDX-License-Identifier: EUPL-1.2
// Starts the page: asks what is in the project, then lets the atlas show it.
import * as api from "./api";
import { Atlas } from "./atlas";
import { el, fill } from "./dom";
import { Store, parseState } from "./state";
import { say, speak } from "./words";

async function start(root: HTMLElement): Promise<void> {
  speak(parseState(location.search).lang);
  try {
    const project = await api.project();
    if (project.views.length === 0) {
      message(root, say("There are no figures in this project yet."), [
        say("Import a data set first: wijkbeeld import."),
      ]);
      return;
    }
    const store = new Store(project);
    new Atlas(root, project, store);
  } catch (error) {
    const { what, why, help } = api.told(error);
    message(root, what, [why, help]);
  }
}

function message(root: HTMLElement, what: string, more: string[]): void {
  const again = () => location.reload();
  fill(
    root,
    el(
      "main.message",
      {},
      el("h1", {}, what),
      ...more.filter((text) => text !== "").map((text) => el("p", {}, text)),
      el("button", { type: "button", click: again }, say("Try again")),
    ),
  );
}

const root = document.getElementById("atlas");
if (root) void start(root);
