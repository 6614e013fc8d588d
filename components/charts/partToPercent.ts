/** A part (0 to 1) of a width or height as SVG and CSS write it. Rounded, so that server and browser write the same. */
export function partToPercent(part: number): string {
  return `${(part * 100).toFixed(3)}%`
}
