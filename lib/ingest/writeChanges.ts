import type { PoolClient } from 'pg'
import type { ArrayColumn } from '@/lib/db/arrayColumn'
import { arrayParameters } from '@/lib/db/arrayParameters'
import { CHANGE_PARTS, REPEATS_PARTS, type ChangePart } from './changeParts'
import type { Changes } from './Changes'

/** Texts by the bits of their parts. Most batches need the same few of the combinations. */
const texts = new Map<number, string>()

/**
 * The last statement of a commit: everything that follows from the new states, in one round trip. No part needs to see
 * what another wrote. Parts that have nothing to do are left out, because setting one up costs PostgreSQL as much as
 * writing several rows. Returns the keys (`receiptKey`) of the receipts that were stored before.
 */
export async function writeChanges(client: PoolClient, changes: Changes): Promise<Set<string>> {
  const parts: ChangePart[] = []
  const values: (ArrayColumn | string)[] = []
  let bits = 0
  CHANGE_PARTS.forEach((part, index) => {
    const columns = part.columns(changes)
    if (!columns) return
    bits |= 1 << index
    parts.push(part)
    values.push(...columns)
  })
  if (parts.length === 0) return new Set()
  // Short: PostgreSQL cuts names at 63 bytes, and two statements of one cut name would be taken for each other.
  const name = `ingest-write-${bits}`
  const { rows } = await client.query<{ id: number; fingerprint: string }>({ name, text: textOf(bits, parts), values })
  return new Set(rows.map((row) => receiptKey(row.id, row.fingerprint)))
}

/** Names a receipt within one commit. */
export function receiptKey(messageId: number, fingerprint: string): string {
  return `${messageId} ${fingerprint}`
}

function textOf(bits: number, parts: readonly ChangePart[]): string {
  let text = texts.get(bits)
  if (text === undefined) texts.set(bits, (text = compose(parts)))
  return text
}

function compose(parts: readonly ChangePart[]): string {
  const next = arrayParameters()
  const queries = parts.map((part) => `${part.name} AS (${part.text(next(...part.types))})`)
  const again = parts
    .filter((part) => REPEATS_PARTS.includes(part.name))
    .map(
      ({ name }) =>
        `SELECT message_id::float8 AS id, lpad(to_hex(fingerprint), 16, '0') AS fingerprint FROM ${name} WHERE again`,
    )
  return `WITH ${queries.join(', ')} ${again.join(' UNION ALL ') || 'SELECT 1 WHERE false'}`
}
