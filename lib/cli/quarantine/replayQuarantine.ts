import type { ReplayResult, ReplayStep } from '@/lib/contracts/callback'
import { replay } from '@/lib/ingest/replay'
import { printResult } from '../printResult'
import { UsageProblem } from '../UsageProblem'
import { withDatabase } from '../withDatabase'

const STEP = 1_000
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `landed quarantine replay`: exit code 1 when some callbacks had to stay. */
export async function replayQuarantine(ids: string[], options: { all?: boolean; json?: boolean }): Promise<void> {
  if (ids.length > 0 === Boolean(options.all)) throw new UsageProblem('Give ids of callbacks, or --all.')
  const wrong = ids.find((id) => !ID.test(id))
  if (wrong) throw new UsageProblem(`"${wrong}" is not the id of a callback. See: landed quarantine list`)
  const result = await withDatabase(() => (options.all ? replayAll() : replay({ ids })))
  printResult(options.json, result, describe(result))
  if (result.stillQuarantined.length > 0) process.exitCode = 1
}

async function replayAll(): Promise<ReplayResult> {
  const total: ReplayResult = { replayed: 0, applied: 0, stillQuarantined: [] }
  let after: string | null = null
  do {
    const step: ReplayStep = await replay({ limit: STEP, ...(after ? { after } : {}) })
    total.replayed += step.replayed
    total.applied += step.applied
    total.stillQuarantined.push(...step.stillQuarantined)
    // On stderr, so that stdout holds nothing but the result.
    if (step.next) process.stderr.write(`${total.replayed} replayed, ${step.remaining} to go\n`)
    after = step.next
  } while (after !== null)
  return total
}

function describe(result: ReplayResult): string {
  const stayed = result.stillQuarantined.map(({ id, code, reason }) => `  ${id}  ${code}: ${reason}`)
  return [
    `Replayed ${result.replayed}: ${result.applied} applied, ${stayed.length} still in quarantine.`,
    ...stayed,
  ].join('\n')
}
