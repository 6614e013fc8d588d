import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { getPool } from '@/lib/db/pool'
import { fastDoor } from '@/lib/ingest/fastDoor'
import { projectRoot } from '@/lib/projectRoot'
import { recount } from '@/lib/rollups/recount'
import { ensureTimeZone } from '@/lib/rollups/ensureTimeZone'
import type { SimulationReport } from '@/lib/simulate/simulate'
import { emptyDatabase, freshDatabase, type FreshDatabase } from './freshDatabase'

// Every command is a process of its own: two seconds each, many more on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let database: FreshDatabase
let server: Server
let url: string

beforeAll(async () => {
  database = await freshDatabase()
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    LANDED_SECRET_KEY: 'cd'.repeat(32),
    PUBLIC_URL: 'https://hooks.example.com/landed',
  })
  process.env['LANDED_TIME_ZONE'] = await ensureTimeZone(getPool(), 'Europe/Berlin', 'UTC')
  server = createServer((request, response) => {
    if (request.url === '/api/health/ready') response.end('{"status":"ready"}')
    else fastDoor(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await getPool().end()
  await database.drop()
})

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command line as a process of its own, as `bin/landed` does. */
function landed(args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const file = ['--import', 'tsx', 'lib/cli/main.ts', ...args]
  const options = { cwd: projectRoot(), env: { ...process.env, ...environment } }
  return new Promise((resolve) => {
    execFile(process.execPath, file, options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
  })
}

async function countsOf(connection: string): Promise<Record<string, number>> {
  const { rows } = await getPool().query(
    `SELECT m.status, count(*)::int AS messages FROM message m JOIN connection c ON c.id = m.connection_id
      WHERE c.public_id = $1 GROUP BY 1`,
    [connection],
  )
  return Object.fromEntries(rows.map((row) => [row.status, row.messages]))
}

describe('landed simulate', () => {
  it.each(['twilio', 'vonage-sms', 'kannel', 'landed'])(
    'says exactly what the server counts for %s',
    async (provider) => {
      const { code, stdout, stderr } = await landed([
        ...['simulate', '--url', url, '--provider', provider, '--count', '150', '--rate', '0', '--no-delay'],
        ...['--failures', '25', '--duplicates', '20', '--disorder', '30', '--seed', '42', '--json'],
      ])
      expect(stderr).toBe('')
      expect(code).toBe(0)
      const report = JSON.parse(stdout) as SimulationReport
      expect(report).toMatchObject({ messages: 150, refused: [], seed: 42 })
      expect(report.duplicates).toBeGreaterThan(0)
      const expected = Object.entries(report.statuses).filter(([, count]) => count > 0)
      expect(await countsOf(report.connections[0]?.id ?? '')).toEqual(Object.fromEntries(expected))
      const stored = await getPool().query(
        `SELECT count(*)::int AS receipts, sum(r.duplicates)::int AS duplicates
         FROM receipt r JOIN connection c ON c.id = r.connection_id WHERE c.public_id = $1`,
        [report.connections[0]?.id],
      )
      expect(stored.rows[0]).toEqual({ receipts: report.receipts, duplicates: report.duplicates })
    },
  )

  it('leaves counters that a recount agrees with, also while callbacks arrive', async () => {
    const running = landed(['simulate', '--url', url, '--count', '600', '--rate', '0', '--no-delay', '--json'])
    let done = false
    const ended = running.finally(() => (done = true))
    while (!done) expect(await recount(getPool())).toEqual([])
    expect((await ended).code).toBe(0)
    expect(await landed(['recount', '--json'])).toMatchObject({ code: 0, stderr: '' })
  })

  it('fails when the server does not take what it sends', async () => {
    const wrong = ['--public-url', 'https://elsewhere.example.com']
    const { code, stdout } = await landed([
      'simulate',
      '--url',
      url,
      '--provider',
      'twilio',
      '--count',
      '2',
      '--rate',
      '0',
      '--no-delay',
      '--json',
      ...wrong,
    ])
    expect(code).toBe(1)
    const report = JSON.parse(stdout) as SimulationReport
    expect(report.refused).toMatchObject([{ answer: 'HTTP 403' }])
    expect(report.messages).toBe(0)
  })

  it('says in one sentence that no server is there', async () => {
    const { code, stderr } = await landed(['simulate', '--url', 'http://127.0.0.1:9', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stderr)).toMatchObject({ status: 500, detail: expect.stringContaining('npm start') })
  })
})

describe('landed recount', () => {
  it('exits with 1 and names the counter that is wrong', async () => {
    await getPool().query(
      `UPDATE rollup SET sent = sent + 9000 WHERE ctid = (SELECT ctid FROM rollup WHERE grain = 'h' LIMIT 1)`,
    )
    const { code, stdout } = await landed(['recount', '--json'])
    await getPool().query('UPDATE rollup SET sent = sent - 9000 WHERE sent >= 9000')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ clean: false, differences: [{ table: 'rollup', column: 'sent' }] })
    expect((await landed(['recount'])).stdout).toMatch(/^Every counter equals its recount/)
  })
})

describe('landed connections', () => {
  it('adds with a generated token that its URL carries, lists it, and removes it with what it held', async () => {
    const added = JSON.parse((await landed(['connections', 'add', 'kannel', '--name', 'Gate', '--json'])).stdout)
    expect(added.urlToPaste).toContain(
      `https://hooks.example.com/landed/api/callbacks/kannel/${added.id}?token=${added.generatedSecrets.token}`,
    )
    const listed = JSON.parse((await landed(['connections', 'list', '--json'])).stdout)
    expect(listed.items.map((item: { id: string }) => item.id)).toContain(added.id)

    const asked = await landed(['connections', 'remove', added.id])
    expect(asked.code).toBe(2)
    expect(asked.stderr).toContain('0 messages')
    expect((await landed(['connections', 'remove', added.id, '--yes', '--json'])).code).toBe(0)
    expect(await landed(['connections', 'remove', added.id, '--yes'])).toMatchObject({ code: 1 })
  })

  it('renames, rotates, pauses and resumes', async () => {
    const added = JSON.parse((await landed(['connections', 'add', 'kannel', '--name', 'Care', '--json'])).stdout)
    const run = async (...args: string[]) => {
      const done = await landed(['connections', ...args, '--json'])
      expect(done.stderr).toBe('')
      expect(done.code).toBe(0)
      return JSON.parse(done.stdout)
    }
    expect(await run('rename', added.id, 'Cared for')).toMatchObject({ id: added.id, name: 'Cared for' })
    const rotated = await run('rotate', added.id, '--generate', 'token', '--overlap', '1h')
    expect(rotated.urlToPaste).toContain(rotated.generatedSecrets.token)
    expect(rotated.generatedSecrets.token).not.toBe(added.generatedSecrets.token)
    expect(Date.parse(rotated.rotation.until)).toBeGreaterThan(Date.now() + 3_500_000)
    expect((await landed(['connections', 'list'])).stdout).toContain(`old secrets until ${rotated.rotation.until}`)
    expect((await run('rotate', added.id, '--end-overlap')).rotation).toBeNull()
    expect((await run('pause', added.id)).pausedAt).not.toBeNull()
    expect((await landed(['connections', 'list'])).stdout).toMatch(/Cared for +paused/)
    expect(await run('resume', added.id)).toMatchObject({ pausedAt: null, replayed: 0 })
    for (const args of [
      [added.id],
      [added.id, '--generate', 'token', '--overlap', '2h'],
      [added.id, '--secret', 'x=1', '--end-overlap'],
    ])
      expect((await landed(['connections', 'rotate', ...args])).code).toBe(2)
    expect((await landed(['connections', 'pause', 'nobody'])).code).toBe(1)
    expect((await landed(['connections', 'remove', added.id, '--yes'])).code).toBe(0)
  })

  it('names the secrets that a provider has, and never shows a given one', async () => {
    const { code, stdout, stderr } = await landed([
      'connections',
      'add',
      'twilio',
      '--name',
      'T',
      '--secret',
      'authTokn=s3cret',
      '--json',
    ])
    expect([code, stdout]).toEqual([2, ''])
    expect(JSON.parse(stderr).detail).toContain('authToken')
    expect(stderr).not.toContain('s3cret')
  })
})

describe('landed quarantine', () => {
  it('lists what was refused and replays it once the secret is right', async () => {
    const { stdout } = await landed(['quarantine', 'list', '--code', 'signature_wrong', '--json'])
    const [first] = JSON.parse(stdout).items
    expect(first.quarantine[0]).toMatchObject({ code: 'signature_wrong' })
    const same = await landed(['quarantine', 'replay', first.id, '--json'])
    expect(same.code).toBe(1)
    expect(JSON.parse(same.stdout)).toMatchObject({ replayed: 1, applied: 0 })
    const right = await landed(['quarantine', 'replay', first.id, '--json'], {
      PUBLIC_URL: 'https://elsewhere.example.com',
    })
    expect(right.code).toBe(0)
    expect(JSON.parse(right.stdout)).toMatchObject({ replayed: 1, applied: 1 })
    expect(await recount(getPool())).toEqual([])
  })

  it('wants ids or --all, not both and not neither', async () => {
    expect((await landed(['quarantine', 'replay'])).code).toBe(2)
    expect((await landed(['quarantine', 'replay', '--all', 'x'])).code).toBe(2)
  })
})

describe('landed status and migrate', () => {
  it('reports what is stored', async () => {
    const { stdout } = await landed(['status', '--json'])
    const { rows } = await getPool().query('SELECT count(*)::int AS messages FROM message')
    expect(JSON.parse(stdout)).toMatchObject({ database: { kind: 'DATABASE_URL' }, messages: rows[0].messages })
  })

  it('refuses a database without its schema, and makes it', async () => {
    const empty = await emptyDatabase()
    try {
      const environment = { DATABASE_URL: empty.url }
      expect((await landed(['status'], environment)).stderr).toContain('landed migrate')
      expect(JSON.parse((await landed(['migrate', '--json'], environment)).stdout).applied.length).toBeGreaterThan(0)
      expect(JSON.parse((await landed(['migrate', '--json'], environment)).stdout)).toEqual({ applied: [] })
      expect((await landed(['status'], environment)).code).toBe(0)
    } finally {
      await empty.drop()
    }
  })
})
