import type { PoolClient } from 'pg'
import { arrayParameters } from '@/lib/db/arrayParameters'
import { instantArray, plainArray, textArray } from '@/lib/db/arrayLiteral'
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
const next = arrayParameters()

/*
 * Last statement of a commit: everything that follows from the new states, in one round trip. No part needs to see what
 * another wrote. The values are passed in the order in which the parameters stand in this text.
 */
const TEXT = `
WITH receipts AS (
  INSERT INTO receipt AS r (message_id, fingerprint, connection_id, callback_id, status, raw_status, failure_class,
    error_code, occurred_at, received_at, duplicates)
  SELECT * FROM unnest(${next('bigint', 'bigint', 'int', 'uuid', 'message_status', 'text')},
    ${next('failure_class', 'text', 'timestamptz', 'timestamptz', 'int')})
  ON CONFLICT (message_id, fingerprint) DO UPDATE SET
    duplicates = r.duplicates + excluded.duplicates + (r.callback_id <> excluded.callback_id)::int,
    callback_id = CASE WHEN excluded.received_at < r.received_at THEN excluded.callback_id ELSE r.callback_id END,
    received_at = least(r.received_at, excluded.received_at)
  RETURNING r.message_id, r.fingerprint, r.xmax <> 0 AS again),
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
SELECT message_id::text, fingerprint::text FROM receipts WHERE again`

export interface QuarantinedItem {
  callbackId: string
  receivedAt: number
  connectionId: number | null
  row: QuarantineRow
}

export interface Changes {
  receipts: readonly { messageId: string; connectionId: number; batch: BatchReceipt }[]
  /** Messages of which any column may have changed, and those of which only the progress did. */
  updates: readonly { id: string; state: MessageState }[]
  progress: readonly { id: string; state: MessageState }[]
  deltas: Deltas
  landed: readonly string[]
  unlanded: readonly { id: string; state: MessageState }[]
  quarantine: readonly QuarantinedItem[]
}

/** Writes the changes; returns the receipts that were stored before (duplicates) as `messageId fingerprint`. */
export async function writeChanges(client: PoolClient, changes: Changes): Promise<Set<string>> {
  const { rollup, failures } = changes.deltas
  const values: string[] = [
    ...receiptColumns(changes.receipts),
    plainArray(changes.updates.map((update) => update.id)),
    ...stateColumns(changes.updates.map((update) => update.state)),
    plainArray(changes.progress.map((update) => update.id)),
    ...progressColumns(changes.progress.map((update) => update.state)),
    plainArray(changes.landed),
    ...unlandedColumns(changes.unlanded),
    ...placeColumns(rollup),
    ...STATUSES.map((_, index) => plainArray(rollup.map((delta) => delta.statuses[index] ?? 0))),
    ...placeColumns(failures),
    plainArray(failures.map((delta) => delta.at.failureClass)),
    plainArray(failures.map((delta) => delta.messages)),
    ...quarantineColumns(changes.quarantine),
  ]
  const { rows } = await client.query<{ message_id: string; fingerprint: string }>({
    name: 'ingest-write',
    text: TEXT,
    values,
  })
  return new Set(rows.map((row) => `${row.message_id} ${row.fingerprint}`))
}

function receiptColumns(rows: Changes['receipts']): string[] {
  return [
    plainArray(rows.map((row) => row.messageId)),
    plainArray(rows.map((row) => row.batch.receipt.fingerprint)),
    plainArray(rows.map((row) => row.connectionId)),
    plainArray(rows.map((row) => row.batch.callbackId)),
    plainArray(rows.map((row) => row.batch.receipt.status)),
    textArray(rows.map((row) => row.batch.receipt.rawStatus)),
    plainArray(rows.map((row) => row.batch.receipt.failureClass)),
    textArray(rows.map((row) => row.batch.receipt.errorCode)),
    instantArray(rows.map((row) => row.batch.receipt.occurredAt)),
    instantArray(rows.map((row) => row.batch.receivedAt)),
    plainArray(rows.map((row) => row.batch.repeats)),
  ]
}

function placeColumns(rows: readonly (RollupDelta | FailureDelta)[]): string[] {
  return [
    plainArray(rows.map((row) => row.grain)),
    instantArray(rows.map((row) => row.bucket)),
    plainArray(rows.map((row) => row.at.connectionId)),
    textArray(rows.map((row) => row.at.country)),
    textArray(rows.map((row) => row.at.carrier)),
    textArray(rows.map((row) => row.at.purpose)),
    textArray(rows.map((row) => row.at.location)),
  ]
}

function unlandedColumns(rows: Changes['unlanded']): string[] {
  return [
    plainArray(rows.map((row) => row.id)),
    instantArray(rows.map((row) => row.state.cohortAt)),
    plainArray(rows.map((row) => row.state.status)),
    plainArray(rows.map((row) => row.state.failureClass)),
  ]
}

function quarantineColumns(rows: readonly QuarantinedItem[]): string[] {
  return [
    plainArray(rows.map((row) => row.callbackId)),
    instantArray(rows.map((row) => row.receivedAt)),
    plainArray(rows.map((row) => row.connectionId)),
    textArray(rows.map((row) => row.row.code)),
    textArray(rows.map((row) => row.row.reason)),
    plainArray(rows.map((row) => row.row.item)),
  ]
}
