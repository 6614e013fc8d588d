const TIMEOUT_MS = 6_000
const MAX_BYTES = 256 * 1024

/**
 * GET of an https URL on a provider's site, as text. No redirects: the host was checked for this URL, not for another.
 * Throws for every answer but 2xx, for more than 256 KiB, and after six seconds.
 */
export async function readProviderUrl(url: string): Promise<string> {
  if (!url.startsWith('https://')) throw new Error('Only https is fetched.')
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
  const text = await readLimited(response)
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}.`)
  return text
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new Error(`The answer is larger than ${MAX_BYTES} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
