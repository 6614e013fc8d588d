/** The steps of the editor, in the order in which people take them. */
export const STEPS = [
  { value: 'proof', label: 'Proof' },
  { value: 'fields', label: 'Where things are' },
  { value: 'statuses', label: 'Status words' },
  { value: 'errors', label: 'Error codes' },
  { value: 'time', label: 'Time' },
] as const
export type Step = (typeof STEPS)[number]['value']

const PARTS: Record<Step, readonly string[]> = {
  proof: ['methods', 'proof', 'secrets', 'reply', 'provider'],
  fields: ['items', 'fields', 'recipient', 'ignore'],
  statuses: ['statuses', 'unknownWords'],
  errors: ['errors', 'noError'],
  time: ['time'],
}

/** How many of the problems belong to a step. */
export function stepProblems(problems: readonly { field: string }[], step: Step): number {
  return problems.filter(({ field }) => PARTS[step].includes(field.split('.')[0] ?? '')).length
}
