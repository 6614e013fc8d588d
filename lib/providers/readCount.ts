/** A number of segments or parts as sent, from 1; undefined for anything else (0 stands for "not known"). */
export function readCount(sent: string | undefined): number | undefined {
  return sent !== undefined && /^0*[1-9]\d{0,3}$/.test(sent) ? Number(sent) : undefined
}
