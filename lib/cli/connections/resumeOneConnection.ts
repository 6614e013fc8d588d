import { resumeConnection } from '@/lib/connections/resumeConnection'
import { applyPaused, type ApplyProgress } from '@/lib/ingest/applyPaused'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'

/** `landed connections resume`: ends when what was kept is applied. */
export async function resumeOneConnection(id: string, options: { json?: boolean }): Promise<void> {
  await withDatabase(async () => {
    const connection = await resumeConnection(id)
    const replayed = await applyPaused(id, tell)
    printResult(
      options.json,
      { ...connection, replayed },
      `"${connection.name}" is resumed. ${replayed} kept ${replayed === 1 ? 'callback was' : 'callbacks were'} taken up.`,
    )
  })
}

/** On stderr, so that stdout holds nothing but the result. */
function tell({ done, left }: ApplyProgress): void {
  if (left > 0) process.stderr.write(`${done} taken up, ${left} to go\n`)
}
