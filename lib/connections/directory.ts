import { z } from 'zod'
import { processSingleton } from '@/lib/db/processSingleton'
import { sql } from '@/lib/db/sql'
import { log } from '@/lib/log'
import { connectionSettings } from '@/lib/contracts/connectionSettings'
import { readOverrides } from '@/lib/dictionary/readOverrides'
import type { Secrets } from '@/lib/providers/types'
import type { KnownConnection } from './KnownConnection'
import { readerOf } from './readerOf'
import { openSecrets } from './sealSecrets'
import { secretKey } from './secretKey'

interface Directory {
  byPublicId: Map<string, KnownConnection>
  byId: Map<number, KnownConnection>
  loadedAt: number
  loading: Promise<void> | null
  queued: Promise<void> | null
}

/** Without a NOTIFY (a lost listener) a change is seen after this time. */
const STALE_MS = 10_000
/** An unknown id makes us look, but ten times a second at most: a flood of made-up ids does not become one of queries. */
const MISS_RELOAD_MS = 100

const row = z.object({
  id: z.number(),
  publicId: z.string(),
  adapter: z.string(),
  name: z.string(),
  secrets: z.instanceof(Buffer),
  previousSecrets: z.instanceof(Buffer).nullable(),
  previousUntil: z.date().nullable(),
  settings: connectionSettings,
  mapping: z.unknown(),
  paused: z.boolean(),
  rejudging: z.boolean(),
})
type Row = z.output<typeof row>

// A job that was stopped or failed leaves judgements of both kinds behind, until a later one is done.
const CONNECTIONS = `
  SELECT c.id, c.public_id AS "publicId", c.adapter, c.name, c.secrets, c.previous_secrets AS "previousSecrets",
         c.previous_until AS "previousUntil", c.settings, c.mapping, c.paused_at IS NOT NULL AS paused,
         EXISTS (SELECT 1 FROM rejudge_job j
                  WHERE j.state <> 'done' AND j.adapter = c.adapter AND j.connection_id IN (0, c.id)
                    AND NOT EXISTS (SELECT 1 FROM rejudge_job later
                                     WHERE later.id > j.id AND later.state = 'done' AND later.adapter = c.adapter
                                       AND later.connection_id IN (0, c.id))) AS rejudging
    FROM connection c`

function directory(): Directory {
  return processSingleton('connections', () => ({
    byPublicId: new Map(),
    byId: new Map(),
    loadedAt: 0,
    loading: null,
    queued: null,
  }))
}

/** The connection behind a callback URL, from memory. Throws only when it was never loaded and the database is away. */
export async function findConnection(publicId: string): Promise<KnownConnection | undefined> {
  const known = directory()
  const age = Date.now() - known.loadedAt
  const found = known.byPublicId.get(publicId)
  if (found) {
    if (age > STALE_MS) void reload().catch(logReload)
    return found
  }
  if (age > MISS_RELOAD_MS) await reload()
  return directory().byPublicId.get(publicId)
}

/** The same by internal number. */
export async function findConnectionById(id: number): Promise<KnownConnection | undefined> {
  const known = directory()
  if (!known.byId.has(id) || Date.now() - known.loadedAt > MISS_RELOAD_MS) await reload()
  return directory().byId.get(id)
}

/** A connection's name and adapter by its internal number, from memory; undefined when it is not known here yet. */
export function connectionById(id: number): KnownConnection | undefined {
  return directory().byId.get(id)
}

/** All connections as this process knows them. */
export function allConnections(): KnownConnection[] {
  return [...directory().byId.values()]
}

/** The same by the id in its callback URL. */
export function connectionByPublicId(publicId: string): KnownConnection | undefined {
  return directory().byPublicId.get(publicId)
}

/**
 * Reads all connections again: what was committed before the call is known when it resolves. A call during a read waits
 * for one more read, which all such calls share, because the running one may have looked too early.
 */
export function reload(): Promise<void> {
  const known = directory()
  if (!known.loading) return (known.loading = load(known).finally(() => (known.loading = null)))
  known.queued ??= known.loading.then(startOver, startOver)
  return known.queued
}

function startOver(): Promise<void> {
  directory().queued = null
  return reload()
}

async function load(known: Directory): Promise<void> {
  const [rows, overrides] = [await sql(row, CONNECTIONS), await readOverrides()]
  const connections = rows.map((stored): KnownConnection => {
    const { id, publicId, adapter, name, settings, paused, rejudging } = stored
    return {
      ...{ id, publicId, adapter, name, settings, paused, rejudging },
      secrets: tryOpen(stored.secrets, publicId),
      previous: previousOf(stored),
      reader: readerOf(adapter, stored.mapping),
      overrides: overrides(adapter, id),
    }
  })
  known.byPublicId = new Map(connections.map((connection) => [connection.publicId, connection]))
  known.byId = new Map(connections.map((connection) => [connection.id, connection]))
  known.loadedAt = Date.now()
}

function previousOf({ previousSecrets, previousUntil, publicId }: Row): KnownConnection['previous'] {
  // Also when it is over: what arrived in time and is replayed late is judged by its arrival.
  if (!previousSecrets || !previousUntil) return null
  const secrets = tryOpen(previousSecrets, publicId)
  return secrets && { secrets, until: previousUntil.getTime() }
}

/** One connection sealed with another key must not take the others down with it. */
function tryOpen(sealed: Buffer, publicId: string): Secrets | null {
  try {
    return openSecrets(sealed, secretKey())
  } catch (error) {
    log.error(
      { err: error, connection: publicId },
      'the secrets of a connection cannot be opened: is it the right key?',
    )
    return null
  }
}

function logReload(error: unknown): void {
  log.warn({ err: error }, 'connections could not be read again; the known ones stay in use')
}
