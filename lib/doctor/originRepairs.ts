import type { Repair } from '@/lib/contracts/connectionSettings'
import type { CallbackRequest } from '@/lib/providers/types'

/**
 * Other schemes, hosts and ports under which the provider may have called us: of the URL that a person pasted, of the
 * headers of the request, and variations of all of these. Nothing here is believed: the signature decides.
 */
export function originRepairs(request: CallbackRequest, registeredUrl?: string): Repair[] {
  const own = originOf(request.url)
  const hosts = hostsOf(request, registeredUrl, own)
  const origins = new Set(hosts.flatMap((host) => schemesOf(host)))
  origins.delete(own ?? '')
  return [...origins].map((origin) => ({ kind: 'origin', origin }))
}

function hostsOf({ headers }: CallbackRequest, registeredUrl: string | undefined, own: string | undefined): string[] {
  const forwarded = headers['forwarded']?.match(/host="?([^;,"]{1,255})/i)?.[1]
  const named = [
    ...(headers['x-forwarded-host']?.split(',') ?? []),
    ...(headers['x-original-host']?.split(',') ?? []),
    forwarded,
    headers.host,
    hostOf(registeredUrl),
    hostOf(own),
  ]
  const hosts = named.flatMap((host) => (host && isHost(host.trim()) ? [host.trim().toLowerCase()] : []))
  return [...new Set([...hosts, ...hosts.map(withoutPort)])].slice(0, 10)
}

/** Both schemes, without a port, with the default one written out, and with the usual ports of an app behind a proxy. */
function schemesOf(host: string): string[] {
  if (host !== withoutPort(host)) return [`https://${host}`, `http://${host}`]
  return [`https://${host}`, `http://${host}`, `https://${host}:443`, `http://${host}:80`, `https://${host}:8443`]
}

function originOf(url: string): string | undefined {
  return /^[a-z]+:\/\/[^/?]+/i.exec(url)?.[0]
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /^[a-z]+:\/\/([^/?]+)/i.exec(url.trim())?.[1]
}

function withoutPort(host: string): string {
  return host.replace(/:\d{1,5}$/, '')
}

function isHost(host: string): boolean {
  return /^[a-z0-9.-]{1,253}(:\d{1,5})?$/i.test(host)
}
