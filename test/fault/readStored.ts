import type pg from 'pg'

/** A row of the log, as what it proves. */
export interface StoredCallback {
  id: string
  attempt: string
  statement: string
  outcome: string
}

export interface StoredReceipt {
  statement: string
  callbackId: string
  duplicates: number
}

export async function readStoredCallbacks(pool: pg.Pool): Promise<StoredCallback[]> {
  const { rows } = await pool.query<{ id: string; attempt: string | null; body: Buffer; outcome: string }>(
    `SELECT id, headers->>'x-attempt' AS attempt, body, outcome FROM callback`,
  )
  return rows.map(({ id, attempt, body, outcome }) => {
    const form = new URLSearchParams(body.toString())
    return { id, outcome, attempt: attempt ?? '', statement: `${form.get('MessageSid')} ${form.get('MessageStatus')}` }
  })
}

export async function readStoredReceipts(pool: pg.Pool): Promise<StoredReceipt[]> {
  const { rows } = await pool.query<StoredReceipt>(
    `SELECT m.message_key || ' ' || r.raw_status AS statement, r.callback_id AS "callbackId", r.duplicates
       FROM receipt r JOIN message m ON m.id = r.message_id`,
  )
  return rows
}
