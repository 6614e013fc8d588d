const HIDDEN = '•••'
const SECRET_NAME = /token|sig|signature|password|passwd|secret|key|auth/i
/** `/api/callbacks/<adapter>/<connection>`: what follows is the connection's token. */
const CALLBACK_PATH = /^(\/api\/callbacks\/[^/?#]+\/[^/?#]+)\/[^?#]+/

/** Path and query of a callback without what could be used to forge one: tokens in the path, secrets in the query. */
export function redactTarget(target: string): string {
  const start = target.indexOf('?')
  const path = start === -1 ? target : target.slice(0, start)
  const shownPath = path.replace(CALLBACK_PATH, `$1/${HIDDEN}`)
  return start === -1 ? shownPath : `${shownPath}?${redactQuery(target.slice(start + 1))}`
}

/** By hand, so that all the rest stays byte for byte as it was on the wire. */
function redactQuery(query: string): string {
  return query
    .split('&')
    .map((pair) => {
      const [name = '', value] = pair.split(/=(.*)/s)
      return value !== undefined && isSecretName(name) ? `${name}=${HIDDEN}` : pair
    })
    .join('&')
}

function isSecretName(name: string): boolean {
  try {
    return SECRET_NAME.test(decodeURIComponent(name))
  } catch {
    return SECRET_NAME.test(name)
  }
}
