import type { Connection } from '@/lib/contracts/connection'

/** A connection that has not called for this long is called silent. Busy and quiet accounts alike call once a day. */
export const SILENT_AFTER_MS = 24 * 3_600_000

export type Hearing = 'never' | 'silent' | 'heard'

/** Whether anything has come from a connection, judged by its newest callback among those still kept. */
export function hearing({ lastSeenAt }: Pick<Connection, 'lastSeenAt'>, now: Date): Hearing {
  if (lastSeenAt === null) return 'never'
  return now.getTime() - Date.parse(lastSeenAt) > SILENT_AFTER_MS ? 'silent' : 'heard'
}
