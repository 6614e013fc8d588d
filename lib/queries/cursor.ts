import { HttpProblem } from '@/lib/http/HttpProblem'

/** A place in a list: rows are ordered by time, then id, newest first, and the next page begins after this row. */
export interface Cursor {
  at: Date
  id: string
}

/** Opaque to clients: base64url of "ms.id". */
export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url')
}

/** Throws HttpProblem 400 for text that `writeCursor` did not write. `id` tells what an id of this list looks like. */
export function readCursor(text: string, id: RegExp): Cursor {
  const [, ms, rest] = /^(\d{1,15})\.(.+)$/.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? []
  if (ms === undefined || rest === undefined || !id.test(rest))
    throw new HttpProblem(400, 'Unknown cursor', 'The cursor is not one that this list gave out.', [
      { field: 'cursor', message: 'use "nextCursor" of the page before, unchanged, or leave it out' },
    ])
  return { at: new Date(Number(ms)), id: rest }
}

/** What ids of the tables look like, for `readCursor`. 18 digits stay within int8. */
export const BIGINT_ID = /^\d{1,18}$/
export const UUID_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
