const HOST = /^sns\.[a-zA-Z0-9-]{3,}\.amazonaws\.com(\.cn)?$/

/** The URL in its normal form when it is https on a host of SNS, with nothing odd about it; else undefined. */
export function snsUrl(text: string | undefined): URL | undefined {
  if (!text || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
  return plain && HOST.test(url.hostname) ? url : undefined
}

/**
 * A SigningCertURL that may be fetched. The path alone must end in ".pem": with the query, any call of the SNS API
 * could be made to look like a certificate.
 */
export function certificateUrl(text: string | undefined): string | undefined {
  const url = snsUrl(text)
  return url?.pathname.endsWith('.pem') ? url.href : undefined
}
