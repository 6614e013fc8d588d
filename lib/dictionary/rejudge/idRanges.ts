/** Message ids from `low` to `high`, both included. */
export interface IdRange {
  low: number
  high: number
}

/** `count` ranges of `size` ids, evenly spread from `first` to `last`. Where they would touch, one range over all. */
export function spreadRanges(first: number, last: number, count: number, size: number): IdRange[] {
  const span = last - first + 1
  if (span <= count * size) return [{ low: first, high: last }]
  return Array.from({ length: count }, (_, index) => {
    const low = first + Math.floor((index * span) / count)
    return { low, high: low + size - 1 }
  })
}
