/** The pairs of a query in the order of `names`, byte for byte; names that are not listed follow in their own order. */
export function orderQuery(query: string, names: readonly string[]): string {
  const left = query.split('&')
  const ordered = names.flatMap((name) => {
    const at = left.findIndex((pair) => nameOf(pair) === name)
    return at === -1 ? [] : left.splice(at, 1)
  })
  return [...ordered, ...left].join('&')
}

/** The name of a pair as written. */
export function nameOf(pair: string): string {
  const equals = pair.indexOf('=')
  return equals === -1 ? pair : pair.slice(0, equals)
}
