/** A setting that holds several values, separated by commas, spaces or line breaks. Empty for none. */
export function splitList(setting: string | undefined): string[] {
  return (setting ?? '').split(/[\s,]+/).filter((entry) => entry !== '')
}
