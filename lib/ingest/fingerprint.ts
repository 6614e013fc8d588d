import { hash } from 'node:crypto'
import type { Receipt } from '@/lib/providers/types'

/**
 * What makes a receipt the same receipt: status, the provider's own word, code, time, recipient and part. The first 64
 * bits of the SHA-1 over them, as 16 hex digits. Within one message (the rest of the key) an accidental
 * collision is out of reach; nobody gains by making one, since only the verified sender could.
 */
export function fingerprint(receipt: Receipt): string {
  const status = receipt.mapped ? '' : receipt.status
  const statement = `${status}\0${receipt.rawStatus}\0${receipt.errorCode ?? ''}\0${receipt.occurredAt ?? ''}\0${receipt.recipient ?? ''}`
  const ofPart = receipt.part === undefined ? statement : `${statement}\0${receipt.part}`
  return hash('sha1', ofPart).slice(0, 16)
}
