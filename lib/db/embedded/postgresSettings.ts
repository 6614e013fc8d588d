import { platform, totalmem } from 'node:os'

const MB = 1024 ** 2

/** A line of postgresql.conf each. Values are PostgreSQL's own spelling. */
export type PostgresSettings = Readonly<Record<string, string | number>>

/**
 * Settings for many small durable transactions on a small machine: a commit that was answered survives anything
 * (fsync, synchronous_commit and full_page_writes stay on), everything else is tuned for throughput.
 * @param socketDir the only place where it listens
 */
export function postgresSettings(socketDir: string): PostgresSettings {
  const memory = memoryInMb()
  return {
    listen_addresses: '',
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: 5432,
    max_connections: 60,
    timezone: 'UTC',
    log_timezone: 'UTC',

    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // After a crash: one call for the whole file system rather than one for each of some thousand files.
    ...(platform() === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    // This build knows pglz alone, which costs more processor time than the writing that it saves.
    wal_compression: 'off',
    // Few checkpoints: after each one every touched page goes into the log once as a whole.
    max_wal_size: '4GB',
    // Log files are used again rather than made anew: a fresh one is first filled with zeros, within somebody's commit.
    min_wal_size: '512MB',
    checkpoint_timeout: '15min',
    wal_buffers: '16MB',

    shared_buffers: `${Math.min(2048, Math.max(64, Math.floor(memory / 4)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(memory / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.min(256, Math.max(64, Math.floor(memory / 16)))}MB`,
    huge_pages: 'try',
    random_page_cost: 1.1,
    jit: 'off',

    // Counters and messages are updated all the time: clean up early, in small portions.
    autovacuum_max_workers: 2,
    autovacuum_naptime: '30s',
    autovacuum_vacuum_scale_factor: 0.1,
    autovacuum_vacuum_insert_scale_factor: 0.1,
    autovacuum_analyze_scale_factor: 0.05,
    autovacuum_vacuum_cost_limit: 1000,
    idle_in_transaction_session_timeout: '60s',

    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // The text of a failing statement could hold phone numbers.
    log_min_error_statement: 'panic',
    log_line_prefix: '%m [%p] ',
  }
}

/** Contents of a configuration file. */
export function renderSettings(settings: PostgresSettings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`)
  return `# Written by Landed at every start. Put settings of your own into custom.conf beside this file.\n${lines.join('\n')}\n`
}

/** What this process may use: the machine's memory, or the container's limit where that is lower. */
function memoryInMb(): number {
  const limit = process.constrainedMemory()
  return Math.floor(Math.min(totalmem(), limit > 0 ? limit : Infinity) / MB)
}
