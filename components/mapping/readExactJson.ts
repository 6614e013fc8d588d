interface Context {
  source?: string
}

/**
 * JSON whose long whole numbers keep their digits (as texts) where the browser tells how they were written.
 * Undefined for what is no JSON object or list.
 */
export function readExactJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  const exact = (_: string, value: unknown, context?: Context) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
      ? (context?.source ?? value)
      : value
  try {
    return JSON.parse(text, exact as (key: string, value: unknown) => unknown)
  } catch {
    return undefined
  }
}
