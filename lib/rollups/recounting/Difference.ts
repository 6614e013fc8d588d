/** One place where what Landed keeps is not what a recount gives. */
export interface Difference {
  /** Where the wrong value stands. */
  table: 'rollup' | 'rollup_failure' | 'unlanded' | 'message' | 'receipt' | 'setting'
  /** The row, by the columns of its key. */
  key: Record<string, string>
  /** The column that is wrong. */
  column: string
  /** What a recount gives. */
  expected: string
  /** What stands there. */
  found: string
}

/** Enough to see a pattern, few enough to hold in memory when every counter is wrong. */
export const MOST_DIFFERENCES = 10_000
