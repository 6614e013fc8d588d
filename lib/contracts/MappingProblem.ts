/** Something that keeps a mapping from being switched on. `field` is the path in the mapping: "fields.status". */
export interface MappingProblem {
  field: string
  message: string
}

/** The problem with that field. */
export function problem(field: string, message: string): MappingProblem {
  return { field, message }
}

const HEADER = /^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/i

/** Empty when `name` can be the name of a header. */
export function headerProblem(field: string, name: string): MappingProblem[] {
  return HEADER.test(name) ? [] : [problem(field, 'Name a header, such as X-Signature.')]
}
