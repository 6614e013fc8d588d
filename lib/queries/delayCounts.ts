import { z } from 'zod'

/** Counts by class as SQL gives them: [class from 0, count] pairs. */
export const delayPairs = z.array(z.tuple([z.number(), z.coerce.number()])).nullable()

/** The same as a list by class. */
export function delayCounts(pairs: z.output<typeof delayPairs>): number[] {
  const classes: number[] = []
  for (const [index, count] of pairs ?? []) classes[index] = count
  return Array.from(classes, (count) => count ?? 0)
}
