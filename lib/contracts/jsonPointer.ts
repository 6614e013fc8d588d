/** The steps of a JSON pointer (RFC 6901); "" is the whole document. Null when it is no pointer. */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) return null
  const steps = pointer.slice(1).split('/')
  if (steps.some((step) => /~(?![01])/.test(step))) return null
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The pointer of those steps. */
export function writePointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** What stands at those steps; undefined where there is nothing. Own properties alone: "constructor" finds nothing. */
export function follow(value: unknown, steps: readonly string[]): unknown {
  let current = value
  for (const step of steps) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined
    if (Array.isArray(current) && step === 'length') return undefined
    current = (current as Record<string, unknown>)[step]
  }
  return current
}
