/** Small, fast random numbers with a seed: the same seed gives the same run on every machine. */
export class Xorshift {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0 || 1
  }

  /** A whole number from 0 to `limit` - 1; 0 when there is nothing to choose from. */
  below(limit: number): number {
    let x = this.state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.state = x
    return limit > 1 ? (x >>> 0) % limit : 0
  }

  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }
}

/** A seed out of a text, so that each adapter has a run of its own that others do not change. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
