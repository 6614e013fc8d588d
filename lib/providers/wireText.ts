const RAW_BYTES = /[\x80-\xff]/
const BEYOND_BYTES = /[^\x00-\xff]/

/**
 * The text of a URL as the sender meant it. Node hands over bytes above 0x7F of a request line one character per byte;
 * a signature is made over the UTF-8 text. A URL without such characters is returned as it is.
 */
export function wireText(url: string): string {
  if (!RAW_BYTES.test(url) || BEYOND_BYTES.test(url)) return url
  return Buffer.from(url, 'latin1').toString('utf8')
}

/** The other way round: one character per byte. */
export function wireBytes(text: string): string {
  return BEYOND_BYTES.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text
}
