/** What a failed commit means for its batch. */
export type CommitFailure = 'database_away' | 'conflict' | 'unapplicable'

const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
const CONFLICT_STATES = new Set(['40001', '40P01', '55P03'])

/**
 * `database_away`: nothing is wrong with the batch; wait and try again (connection lost, server stopping or starting,
 * out of connections, disk or memory; SQLSTATE classes 08, 53, 57, 58, XX; read-only standby 25006).
 * `conflict`: another writer was in the way; try again at once.
 * `unapplicable`: PostgreSQL refuses the data itself; split the batch to find the guilty callback.
 */
export function classifyError(error: unknown): CommitFailure {
  const code = codeOf(error)
  if (code === null) return isConnectionMessage(error) ? 'database_away' : 'unapplicable'
  if (CONFLICT_STATES.has(code)) return 'conflict'
  if (AWAY_CODES.has(code) || code === '25006' || /^(08|53|57|58|XX)/.test(code)) return 'database_away'
  return 'unapplicable'
}

function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : null
}

/** pg reports a lost connection with plain errors that have no code. */
function isConnectionMessage(error: unknown): boolean {
  const text = error instanceof Error ? error.message : ''
  return /connection terminated|timeout exceeded|client was closed|not queryable|rolled back by PostgreSQL|Client has encountered a connection error/i.test(
    text,
  )
}
