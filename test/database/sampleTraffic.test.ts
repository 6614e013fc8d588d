import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sampleStarted } from '@/lib/contracts/connection'
import { getPool } from '@/lib/db/pool'
import { BUSINESS_NAMES } from '@/lib/demo/business'
import { gapToFill } from '@/lib/demo/gapToFill'
import { sendSampleTraffic } from '@/lib/demo/sendSampleTraffic'
import { fastDoor } from '@/lib/ingest/fastDoor'
import { ensureTimeZone } from '@/lib/rollups/ensureTimeZone'
import { recount } from '@/lib/rollups/recount'
import { openSampleConnections } from '@/lib/simulate/simulatedConnections'
import { SIMULATED_PROVIDERS } from '@/lib/simulate/SimulatedProvider'
import { freshDatabase, type FreshDatabase } from './freshDatabase'

let database: FreshDatabase
let server: Server
let baseUrl: string

beforeAll(async () => {
  database = await freshDatabase()
  Object.assign(process.env, { DATABASE_URL: database.url, LANDED_SECRET_KEY: 'ef'.repeat(32) })
  process.env['LANDED_TIME_ZONE'] = await ensureTimeZone(getPool(), 'UTC', 'UTC')
  server = createServer(fastDoor)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await getPool().end()
  await database.drop()
})

describe('sendSampleTraffic', () => {
  it('makes sample connections, sends in the background and refuses a second run meanwhile', async () => {
    const started = await sendSampleTraffic({ count: 25, baseUrl, overSeconds: 0.5 })
    expect(sampleStarted.parse(started).connections).toHaveLength(4)
    expect(started.messages).toBe(25)
    await expect(sendSampleTraffic({ count: 25, baseUrl })).rejects.toMatchObject({ problem: { status: 409 } })
    const stored = async () => (await getPool().query('SELECT count(*)::int AS messages FROM message')).rows[0].messages
    await vi.waitFor(async () => expect(await stored()).toBe(25), { timeout: 30_000, interval: 100 })
    expect(await recount(getPool())).toEqual([])
    const { rows } = await getPool().query('SELECT name, sample FROM connection ORDER BY id')
    expect(rows).toHaveLength(4)
    expect(rows.every(({ sample }) => sample)).toBe(true)
  })
})

describe('gapToFill', () => {
  it('is a day and a bit at first, and nothing right after a callback', async () => {
    const now = Date.now()
    const business = await openSampleConnections(SIMULATED_PROVIDERS, (provider) => BUSINESS_NAMES[provider])
    expect(await gapToFill(business, now)).toBe(now - 26 * 3_600_000)
    const used = await openSampleConnections(SIMULATED_PROVIDERS)
    expect(await gapToFill(used, now)).toBeNull()
    expect(await gapToFill(used, now + 2 * 3_600_000)).toBeLessThanOrEqual(Date.now())
  })
})
