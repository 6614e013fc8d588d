import type { IncomingMessage } from 'node:http'

const LOCAL_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const LOCAL_HOSTS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i
const HEALTH = /^\/api\/health(\/(live|ready))?$/
const CALLBACKS = '/api/callbacks/'
/** What a router may read as "one folder up". */
const CLIMBS = /(\.|%2e){2}|\\|%5c/i

/**
 * Until people can sign in, everything but the callback doors and health answers to this machine only: the connection
 * comes from loopback, no proxy stands in between (its forwarding headers tell), and the Host is a loopback name (so
 * that a web page elsewhere cannot reach us through a name that it points at 127.0.0.1).
 */
export function mayAnswer(request: IncomingMessage): boolean {
  return isOpen(request.url ?? '/') || isLocal(request)
}

/** Judges the path as it came: whoever routes it afterwards may first resolve "..". */
function isOpen(target: string): boolean {
  const [path = '/'] = target.split('?', 1)
  return HEALTH.test(path) || (path.startsWith(CALLBACKS) && !CLIMBS.test(path))
}

function isLocal({ socket, headers }: IncomingMessage): boolean {
  if (headers.forwarded || headers['x-forwarded-for'] || headers['x-real-ip']) return false
  return LOCAL_ADDRESSES.has(socket.remoteAddress ?? '') && LOCAL_HOSTS.test(headers.host ?? '')
}
