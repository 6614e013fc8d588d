const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The URL that the server at `url` checks signatures against: the given one, else PUBLIC_URL of the environment, else
 * what a server without PUBLIC_URL takes, which is localhost with its port.
 */
export function signingUrl(
  url: string,
  given?: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const chosen = given || environment['PUBLIC_URL']
  if (chosen) return chosen.replace(/\/+$/, '')
  const { protocol, hostname, port, origin } = new URL(url)
  return LOOPBACK.has(hostname) && protocol === 'http:' ? `http://localhost:${port || 80}` : origin
}
