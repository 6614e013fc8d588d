import { findConnection } from '@/lib/connections/directory'
import type { MessageDetail } from '@/lib/contracts/message'
import type { FailureClass } from '@/lib/status/failureClass'
import { overridesInForce } from './listOverrides'
import { meaningOf } from './meaningOf'
import type { StoredOverride } from './overrideRow'
import { stepsFor } from './stepsFor'

interface Failed {
  connection: { id: string; adapter: string }
  rawStatus: string
  errorCode: string | null
  failureClass: FailureClass | null
}

/** What a failure means in plain words and what to do next, with what was said here of its code. Null without a reason. */
export async function explainMessage(failed: Failed): Promise<MessageDetail['meaning']> {
  const { connection, failureClass, errorCode } = failed
  if (failureClass === null) return null
  const known = await findConnection(connection.id)
  const entry = errorCode === null ? undefined : known?.reader?.explain(errorCode)
  const meaning = meaningOf(failureClass, entry, saidOf(failed, known?.id ?? 0, await overridesInForce()))
  return { plain: meaning.plain, steps: stepsFor(meaning) }
}

/** What is said of the code goes before what is said of the word, and what is said of the connection before all others. */
function saidOf(
  { connection, rawStatus, errorCode }: Failed,
  connectionId: number,
  overrides: readonly StoredOverride[],
): StoredOverride | undefined {
  const own = overrides
    .filter((each) => each.adapter === connection.adapter && [0, connectionId].includes(each.connectionId))
    .sort((a, b) => b.connectionId - a.connectionId)
  return (
    own.find((each) => each.kind === 'error' && each.code === errorCode) ??
    own.find((each) => each.kind === 'status' && each.code === rawStatus)
  )
}
