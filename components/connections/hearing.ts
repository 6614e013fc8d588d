import type { Connection } from '@/lib/contracts/connection'

/** A connection that has not called for this long is called silent. Busy and quiet accounts alike call once a day. */
export const SILENT_AFTER_MS = 24 * 3_600_000

/** So long after it was added a connection may be quiet without a reproach: somebody is just setting it up. */
export const NEW_FOR_MS = 3_600_000

export type Hearing = 'new' | 'never' | 'silent' | 'heard'

/** Whether anything has come from a connection, judged by its newest callback among those still kept. */
export function hearing({ lastSeenAt, createdAt }: Pick<Connection, 'lastSeenAt' | 'createdAt'>, now: Date): Hearing {
  if (lastSeenAt === null) return now.getTime() - Date.parse(createdAt) < NEW_FOR_MS ? 'new' : 'never'
  return now.getTime() - Date.parse(lastSeenAt) > SILENT_AFTER_MS ? 'silent' : 'heard'
}
