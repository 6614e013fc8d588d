/** The bar that a key leads to from bar `from` of `count`, or null when the key means nothing here. */
export function nextBar(key: string, from: number, count: number): number | null {
  if (count === 0) return null
  const target = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: count - 1 }[key]
  return target === undefined ? null : Math.min(Math.max(target, 0), count - 1)
}
