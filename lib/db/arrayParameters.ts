/**
 * Numbers the parameters of one statement in the order in which they are asked for:
 * `const next = arrayParameters(); next('int', 'text')` gives "$1::int[], $2::text[]".
 * In a template literal that is the order of the text, so values are passed in the order in which they are read.
 */
export function arrayParameters(): (...types: string[]) => string {
  let used = 0
  return (...types) => types.map((type) => `$${++used}::${type}[]`).join(', ')
}
