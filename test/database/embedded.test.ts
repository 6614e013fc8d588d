import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { processStart } from '@/lib/db/embedded/processStart'
import { runningEmbeddedUrl } from '@/lib/db/embedded/runningEmbeddedUrl'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/db/embedded/startEmbeddedPostgres'
import { projectRoot } from '@/lib/projectRoot'

const settings = { shared_buffers: '16MB' }
let folder: string
let dataDir: string
let running: EmbeddedPostgres | undefined

beforeEach(() => {
  // With a space, as in many home folders.
  folder = mkdtempSync(join(tmpdir(), 'landed embedded '))
  chmodSync(folder, 0o711)
  dataDir = folder
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  return (running = await startEmbeddedPostgres(dataDir, { settings }))
}

async function stop(): Promise<void> {
  await running?.stop()
  running = undefined
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

const pidFile = (): string => join(dataDir, 'postgres/data/postmaster.pid')
const serverPid = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])
const gone = (pid: number): Promise<void> => vi.waitFor(() => expect(processStart(pid)).toBeUndefined(), 30_000)

/** Another Landed on the same data folder, as a process that can be killed. */
async function startElsewhere(): Promise<{ owner: ChildProcess; url: string }> {
  const args = ['--import', 'tsx', 'scripts/devDatabase.ts', '--data-dir', dataDir]
  const owner = spawn(process.execPath, args, { cwd: projectRoot(), stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: owner.stdout }))
    if (line.startsWith('DATABASE_URL=')) return { owner, url: line.slice('DATABASE_URL='.length) }
  throw new Error('devDatabase.ts ended without printing its DATABASE_URL.')
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data over a restart, and is durable', async () => {
    const { url } = await start()
    await query(url, 'CREATE TABLE kept (id int)')
    await stop()
    expect(existsSync(pidFile())).toBe(false)
    const again = await start()
    expect(await query(again.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }])
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
      expect(await query(again.url, `SHOW ${name}`)).toEqual([{ [name]: 'on' }])
  })

  it('listens on no network, and asks for its password', async () => {
    const { url } = await start()
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
    const stranger = new URL(url)
    stranger.password = 'guess'
    await expect(query(stranger.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
  })

  it('comes back by itself at the same address after kill -9, with everything that was committed', async () => {
    const { url, pid } = await start()
    await query(url, 'CREATE TABLE kept (id int)')
    await query(url, 'INSERT INTO kept VALUES (1)')
    process.kill(pid, 'SIGKILL')
    await gone(pid)
    await vi.waitFor(async () => expect(await query(url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]), 30_000)
    await vi.waitFor(() => expect(running?.pid).not.toBe(pid), 30_000)
  })

  it.each([0, 150, 400])('leaves no server behind when it is stopped %i ms into coming back', async (ms) => {
    const { pid } = await start()
    process.kill(pid, 'SIGKILL')
    await gone(pid)
    // Not waiting for a condition: each is a different moment of the restart that the stop comes into.
    await delay(ms)
    await stop()
    // A server that never came back leaves the file of the killed one.
    if (existsSync(pidFile())) expect(processStart(serverPid())).toBeUndefined()
  })

  it('refuses a second owner, tells others its address, and survives kill -9 of its owner', async () => {
    const { owner, url } = await startElsewhere()
    await query(url, 'CREATE TABLE kept (id int)')
    await expect(start()).rejects.toThrow(`Landed already runs on this data folder (process ${owner.pid}`)
    expect(runningEmbeddedUrl(dataDir)).toBe(url)
    const orphan = serverPid()
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    expect(runningEmbeddedUrl(dataDir)).toBeUndefined()
    expect(processStart(orphan)).toBeDefined()
    const again = await start()
    expect(processStart(orphan)).toBeUndefined()
    expect(await query(again.url, 'SELECT * FROM kept')).toEqual([])
  })

  it('starts over a postmaster.pid whose number now belongs to another program, and leaves that alone', async () => {
    await start()
    await stop()
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' })
    await once(other, 'spawn')
    writeFileSync(pidFile(), `${other.pid}\n${join(dataDir, 'postgres/data')}\n`)
    await start()
    expect(other.exitCode ?? other.signalCode).toBeNull()
    other.kill()
  })

  it('puts its socket into a folder with a short name where its own is too long for one', async () => {
    dataDir = join(dataDir, 'a-rather-long-name-of-a-folder'.repeat(4))
    const { url } = await start()
    expect(new URL(url).searchParams.get('host')?.length).toBeLessThan(80)
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it.each(['file', '/proc/landed'])('says in one sentence that the data folder %s is unusable', async (name) => {
    writeFileSync(join(dataDir, 'file'), '')
    const unusable = resolve(dataDir, name)
    await expect(startEmbeddedPostgres(unusable)).rejects.toThrow(
      /^The data folder .* cannot be used by this user [^\n]*$/,
    )
  })
})
