/** Remembers what was made from a text (a parsed key). When it is full, the oldest entry makes room. */
export class BoundedCache<T> {
  private readonly entries = new Map<string, T>()

  constructor(private readonly most = 32) {}

  /** What was made for this text before, else what `make` makes of it now. What it throws is not remembered. */
  get(text: string, make: (text: string) => T): T {
    const known = this.entries.get(text)
    if (known !== undefined) return known
    const made = make(text)
    if (this.entries.size >= this.most) this.entries.delete(this.entries.keys().next().value ?? '')
    this.entries.set(text, made)
    return made
  }
}
