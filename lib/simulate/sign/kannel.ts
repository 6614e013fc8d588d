import type { Secrets } from '@/lib/providers/types'
import type { SimulatedCallback } from '../SimulatedCallback'
import type { SignedRequest } from './SignedRequest'
import { pathOf } from './pathOf'

const REASONS: Record<string, string> = {
  '0x0000000a': 'Invalid Source Address',
  '0x0000000b': 'Invalid Destination Address',
  '0x00000058': 'Throttling error (ESME has exceeded allowed message limits)',
}

/** A Kannel delivery report: a GET to the dlr-url with its escapes filled in; the token is all there is to check. */
export function signKannel(secrets: Secrets, publicUrl: string, callback: SimulatedCallback): SignedRequest {
  const refused = callback.word === 'NACK'
  const fields = new URLSearchParams({
    token: secrets['token'] ?? '',
    ref: callback.reference,
    d: kindOf(callback.word),
    A: receiptText(callback),
    p: callback.recipient,
    P: callback.sender,
    T: String(callback.occurredAt / 1000),
    F: refused ? '' : callback.messageId,
    i: `smsc-${callback.network}`,
    I: callback.eventId,
  })
  return {
    method: 'GET',
    path: `${pathOf(publicUrl)}?${fields.toString()}`,
    headers: { 'user-agent': 'Kannel/1.4.5' },
    body: '',
  }
}

/** Kannel's %d. All failures share one value; the word in %A tells them apart. */
function kindOf(word: string): string {
  if (word === 'ACK') return '8'
  if (word === 'NACK') return '16'
  if (word === 'DELIVRD') return '1'
  return word === 'ENROUTE' ? '4' : '2'
}

function receiptText(callback: SimulatedCallback): string {
  if (callback.word === 'ACK') return 'ACK/'
  if (callback.word === 'NACK') return `NACK/${callback.code}/${REASONS[callback.code ?? ''] ?? 'Unknown Error'}`
  const delivered = callback.word === 'DELIVRD' ? '001' : '000'
  const dates = `submit date:${shortDate(callback.submittedAt)} done date:${shortDate(callback.occurredAt)}`
  return `id:${callback.messageId} sub:001 dlvrd:${delivered} ${dates} stat:${callback.word} err:${callback.code ?? '000'} text:`
}

/** YYMMDDhhmm, as SMSCs write it. */
function shortDate(at: number): string {
  return new Date(at).toISOString().replace(/\D/g, '').slice(2, 12)
}
