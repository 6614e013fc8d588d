import type { OverridePreview, RejudgePreview } from '@/lib/contracts/codes'
import { getPool } from '@/lib/db/pool'
import { previewChange } from './rejudge/previewChange'
import { readRules } from './rejudge/readRules'
import { taughtCallbacks } from './rejudge/taughtCallbacks'
import { resolveScope } from './resolveScope'

/**
 * What saying this of a word or code would do to the messages that are stored; with neither status nor reason, what ending
 * what is said of it would do. Changes nothing. Throws HttpProblem 422 naming the field.
 */
export async function previewOverride(input: OverridePreview): Promise<RejudgePreview> {
  const started = performance.now()
  const scope = await resolveScope(input)
  const { kind, code, status, failureClass } = input
  const whatIf = { override: { ...scope, kind, code, status, failureClass } }
  const previewed = await previewChange(scope, whatIf)
  const isTaught = kind === 'status' && status !== null
  const waiting = isTaught ? await taughtCallbacks(getPool(), await readRules(getPool(), scope, whatIf), code) : []
  return { ...previewed, waiting: waiting.length, tookMs: Math.round(performance.now() - started) }
}
