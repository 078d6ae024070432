// SPDX-License-Identifier: EUPL-1.2
// Whether the project file on the disk is still the one the server read. Asked while somebody looks,
// at most once a minute; a server that does not answer is told by whoever needs its answer.

export type FileState = "same" | "replaced" | "gone";

const kMinute = 60_000;
/** The first map goes before. */
const kFirst = 3_000;

type Outside = {
  ask(): Promise<FileState>;
  tell(state: FileState): void;
  isVisible(): boolean;
  now(): number;
};

export class Health {
  private last = -Infinity;

  constructor(private readonly outside: Outside) {}

  /** May be called as often as one likes. */
  async look(): Promise<void> {
    const { isVisible, now, ask, tell } = this.outside;
    if (!isVisible() || now() - this.last < kMinute) return;
    this.last = now();
    const state = await ask().catch(() => null);
    if (state !== null) tell(state);
  }
}

export function watchHealth(ask: () => Promise<FileState>, tell: (state: FileState) => void): void {
  const health = new Health({
    ask,
    tell,
    isVisible: () => document.visibilityState === "visible",
    now: () => performance.now(),
  });
  const look = () => void health.look();
  setTimeout(look, kFirst);
  setInterval(look, kMinute + 1_000);
  document.addEventListener("visibilitychange", look);
}
