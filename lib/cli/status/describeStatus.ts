import type { InstallationStatus } from './readStatus'

/** The state of the installation for a person. */
export function describeStatus(status: InstallationStatus): string {
  const { database } = status
  const kind = database.kind === 'embedded' ? 'embedded PostgreSQL' : 'PostgreSQL of DATABASE_URL,'
  return [
    `Database       ${kind} ${database.version}, ${megabytes(database.bytes)} MB`,
    `Connections    ${status.connections}`,
    `Texts          ${status.messages}`,
    `Last callback  ${status.lastCallbackAt ?? 'none yet'}`,
    `Quarantine     ${status.openQuarantine} open`,
  ].join('\n')
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 100_000_000 ? 1 : 0)
}
