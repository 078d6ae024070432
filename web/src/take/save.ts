// SPDX-License-Identifier: EUPL-1.2
// Something made here as a file of the reader's.
import { el } from "../dom";

/** A name for a file: letters and digits of what is shown. */
export function fileName(parts: string[], kind: string): string {
  const words = parts.join(" ").toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `wijkbeeld-${words}.${kind}`;
}

export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
