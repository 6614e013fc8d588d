/** In the memory of this page alone: gone with a reload, as "shown once" says. */
const fresh = new Map<string, Record<string, string>>()

/** Keeps what Landed made up for a new connection for the page that comes next. */
export function keepFreshSecrets(connection: string, secrets: Record<string, string>): void {
  fresh.set(connection, secrets)
}

/** What was made up for a connection since this page was loaded. */
export function freshSecrets(connection: string): Record<string, string> {
  return fresh.get(connection) ?? {}
}
