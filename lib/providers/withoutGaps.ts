/** The entries that have a value: optional fields of a receipt are left out, not undefined. */
export function withoutGaps<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  const kept = {} as T
  for (const key in fields) {
    const value = fields[key]
    if (value !== undefined) kept[key] = value
  }
  return kept
}
