import type { PoolClient } from 'pg'
import { arrayParameters } from '@/lib/db/arrayParameters'
import {
  bigintColumn,
  hexBigintColumn,
  instantColumn,
  intColumn,
  textColumn,
  uuidColumn,
  wordColumn,
  type ArrayColumn,
} from '@/lib/db/arrayColumn'
import type { Deltas, FailureDelta, RollupDelta } from '@/lib/rollups/collectDeltas'
import { STATUSES } from '@/lib/status/status'
import type { BatchReceipt } from './groupArrivals'
import type { MessageState } from './messageState'
import {
  PROGRESS_COLUMNS,
  PROGRESS_TYPES,
  progressColumns,
  STATE_COLUMNS,
  STATE_TYPES,
  stateColumns,
} from './stateColumns'
import type { QuarantineRow } from './types'

const statusColumns = STATUSES.map((status) => `"${status}"`).join(', ')
const statusSums = STATUSES.map((status) => `"${status}" = r."${status}" + excluded."${status}"`).join(', ')
const stateSets = STATE_COLUMNS.map((column) => `${column} = u.${column}`).join(', ')
const progressSets = PROGRESS_COLUMNS.map((column) => `${column} = u.${column}`).join(', ')
const PLACE = 'grain, bucket, connection_id, country, carrier, purpose, location'
const PLACE_TYPES = ['char(1)', 'timestamptz', 'int', 'text', 'text', 'text', 'text']
const RECEIPT = `message_id, fingerprint, connection_id, callback_id, status, raw_status, failure_class, error_code,
  occurred_at, received_at, duplicates`
const RECEIPT_TYPES = [
  'bigint',
  'bigint',
  'int',
  'uuid',
  'message_status',
  'text',
  'failure_class',
  'text',
  'timestamptz',
  'timestamptz',
  'int',
]
const next = arrayParameters()

/*
 * Last statement of a commit: everything that follows from the new states, in one round trip. No part needs to see what
 * another wrote. The receipts of messages that this batch inserted (`first`) cannot be there yet, which saves looking.
 * The values are passed in the order in which the parameters stand in this text.
 */
const TEXT = `
WITH receipts AS (
  INSERT INTO receipt AS r (${RECEIPT}) SELECT * FROM unnest(${next(...RECEIPT_TYPES)})
  ON CONFLICT (message_id, fingerprint) DO UPDATE SET
    duplicates = r.duplicates + excluded.duplicates + (r.callback_id <> excluded.callback_id)::int,
    callback_id = CASE WHEN excluded.received_at < r.received_at THEN excluded.callback_id ELSE r.callback_id END,
    received_at = least(r.received_at, excluded.received_at)
  RETURNING r.message_id, r.fingerprint, r.xmax <> 0 AS again),
first AS (
  INSERT INTO receipt (${RECEIPT}) SELECT * FROM unnest(${next(...RECEIPT_TYPES)})),
messages AS (
  UPDATE message m SET ${stateSets}
    FROM unnest(${next('bigint')}, ${next(...STATE_TYPES)}) AS u (id, ${STATE_COLUMNS.join(', ')})
   WHERE m.id = u.id),
progress AS (
  UPDATE message m SET ${progressSets}
    FROM unnest(${next('bigint')}, ${next(...PROGRESS_TYPES)}) AS u (id, ${PROGRESS_COLUMNS.join(', ')})
   WHERE m.id = u.id),
landed AS (DELETE FROM unlanded WHERE message_id = ANY (${next('bigint')})),
unlanded AS (
  INSERT INTO unlanded AS x (message_id, cohort_at, status, failure_class)
  SELECT * FROM unnest(${next('bigint', 'timestamptz', 'message_status', 'failure_class')})
  ON CONFLICT (message_id) DO UPDATE SET cohort_at = excluded.cohort_at, status = excluded.status,
    failure_class = excluded.failure_class),
counters AS (
  INSERT INTO rollup AS r (${PLACE}, ${statusColumns})
  SELECT * FROM unnest(${next(...PLACE_TYPES)}, ${next(...STATUSES.map(() => 'bigint'))})
  ON CONFLICT (${PLACE}) DO UPDATE SET ${statusSums}),
failures AS (
  INSERT INTO rollup_failure AS r (${PLACE}, failure_class, messages)
  SELECT * FROM unnest(${next(...PLACE_TYPES, 'failure_class', 'bigint')})
  ON CONFLICT (${PLACE}, failure_class) DO UPDATE SET messages = r.messages + excluded.messages),
kept AS (
  INSERT INTO quarantine (callback_id, callback_received_at, connection_id, code, reason, item, authentic)
  SELECT u.*, true FROM unnest(${next('uuid', 'timestamptz', 'int', 'text', 'text', 'int')}) AS u)
SELECT message_id::float8 AS id, lpad(to_hex(fingerprint), 16, '0') AS fingerprint FROM receipts WHERE again`

export interface QuarantinedItem {
  callbackId: string
  receivedAt: number
  connectionId: number | null
  row: QuarantineRow
}

export interface Changes {
  /** `isFirst`: the message was inserted by this very batch. */
  receipts: readonly { messageId: number; connectionId: number; isFirst: boolean; batch: BatchReceipt }[]
  /** Messages of which any column may have changed, and those of which only the progress did. */
  updates: readonly { id: number; state: MessageState }[]
  progress: readonly { id: number; state: MessageState }[]
  deltas: Deltas
  landed: readonly number[]
  unlanded: readonly { id: number; state: MessageState }[]
  quarantine: readonly QuarantinedItem[]
}

/** Writes the changes; returns the keys (`receiptKey`) of the receipts that were stored before. */
export async function writeChanges(client: PoolClient, changes: Changes): Promise<Set<string>> {
  const { rollup, failures } = changes.deltas
  const values: (ArrayColumn | string)[] = [
    ...receiptColumns(changes.receipts.filter((receipt) => !receipt.isFirst)),
    ...receiptColumns(changes.receipts.filter((receipt) => receipt.isFirst)),
    bigintColumn(changes.updates, (update) => update.id),
    ...stateColumns(changes.updates.map((update) => update.state)),
    bigintColumn(changes.progress, (update) => update.id),
    ...progressColumns(changes.progress.map((update) => update.state)),
    bigintColumn(changes.landed, (id) => id),
    ...unlandedColumns(changes.unlanded),
    ...placeColumns(rollup),
    ...STATUSES.map((_, index) => bigintColumn(rollup, (delta) => delta.statuses[index] ?? 0)),
    ...placeColumns(failures),
    wordColumn(failures, (delta) => delta.at.failureClass),
    bigintColumn(failures, (delta) => delta.messages),
    ...quarantineColumns(changes.quarantine),
  ]
  const { rows } = await client.query<{ id: number; fingerprint: string }>({ name: 'ingest-write', text: TEXT, values })
  return new Set(rows.map((row) => receiptKey(row.id, row.fingerprint)))
}

/** Names a receipt within one commit. */
export function receiptKey(messageId: number, fingerprint: string): string {
  return `${messageId} ${fingerprint}`
}

function receiptColumns(rows: Changes['receipts']): (ArrayColumn | string)[] {
  return [
    bigintColumn(rows, (row) => row.messageId),
    hexBigintColumn(rows, (row) => row.batch.receipt.fingerprint),
    intColumn(rows, (row) => row.connectionId),
    uuidColumn(rows, (row) => row.batch.callbackId),
    wordColumn(rows, (row) => row.batch.receipt.status),
    textColumn(rows, (row) => row.batch.receipt.rawStatus),
    wordColumn(rows, (row) => row.batch.receipt.failureClass),
    textColumn(rows, (row) => row.batch.receipt.errorCode),
    instantColumn(rows, (row) => row.batch.receipt.occurredAt),
    instantColumn(rows, (row) => row.batch.receivedAt),
    intColumn(rows, (row) => row.batch.repeats),
  ]
}

function placeColumns(rows: readonly (RollupDelta | FailureDelta)[]): (ArrayColumn | string)[] {
  return [
    wordColumn(rows, (row) => row.grain),
    instantColumn(rows, (row) => row.bucket),
    intColumn(rows, (row) => row.at.connectionId),
    textColumn(rows, (row) => row.at.country),
    textColumn(rows, (row) => row.at.carrier),
    textColumn(rows, (row) => row.at.purpose),
    textColumn(rows, (row) => row.at.location),
  ]
}

function unlandedColumns(rows: Changes['unlanded']): (ArrayColumn | string)[] {
  return [
    bigintColumn(rows, (row) => row.id),
    instantColumn(rows, (row) => row.state.cohortAt),
    wordColumn(rows, (row) => row.state.status),
    wordColumn(rows, (row) => row.state.failureClass),
  ]
}

function quarantineColumns(rows: readonly QuarantinedItem[]): ArrayColumn[] {
  return [
    uuidColumn(rows, (row) => row.callbackId),
    instantColumn(rows, (row) => row.receivedAt),
    intColumn(rows, (row) => row.connectionId),
    textColumn(rows, (row) => row.row.code),
    textColumn(rows, (row) => row.row.reason),
    intColumn(rows, (row) => row.row.item),
  ]
}
