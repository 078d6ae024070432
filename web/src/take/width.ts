// SPDX-License-Identifier: EUPL-1.2
// How wide texts are in the typeface of the page.

let pen: CanvasRenderingContext2D | null = null;

export function widthOfText(text: string, size: number, weight: number): number {
  pen ??= document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  pen.font = `${weight} ${size}px "Source Sans 3", "Noto Sans", Arial, sans-serif`;
  return pen.measureText(text).width;
}
