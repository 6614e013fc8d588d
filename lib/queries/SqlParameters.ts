/** Collects the values of a statement that is put together from parts: `add` gives the placeholder. */
export class SqlParameters {
  readonly values: unknown[] = []

  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}
