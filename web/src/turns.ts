// SPDX-License-Identifier: EUPL-1.2
// Requests that overtake each other: only the last one of its kind is shown, and what went wrong with
// one stays told until one of its kind succeeds.

export class Turns {
  private readonly turns = new Map<string, number>();
  private readonly faults = new Map<string, unknown>();

  /** Is told the first failure there is, or null for none. */
  constructor(private readonly tell: (error: unknown) => void) {}

  now(kind: string): number {
    return this.turns.get(kind) ?? 0;
  }

  /** What is under way of this kind comes too late. */
  pass(kind: string): void {
    this.turns.set(kind, this.now(kind) + 1);
    this.settle(kind, null);
  }

  /** The answer, or null when it came too late or failed. */
  async latest<T>(kind: string, asked: () => Promise<T>): Promise<T | null> {
    const mine = this.now(kind) + 1;
    this.turns.set(kind, mine);
    try {
      const answer = await asked();
      if (mine !== this.now(kind)) return null;
      this.settle(kind, null);
      return answer;
    } catch (error) {
      if (mine === this.now(kind)) this.settle(kind, error);
      return null;
    }
  }

  settle(kind: string, error: unknown): void {
    if (error === null) this.faults.delete(kind);
    else this.faults.set(kind, error);
    const [first] = this.faults.values();
    this.tell(first ?? null);
  }
}
