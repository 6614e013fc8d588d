import { createHmac, randomBytes } from 'node:crypto'
import { twilioForm, type TwilioCallback } from '../twilioForm'

export interface TrafficTarget {
  port: number
  /** Path of the callback URL. */
  path: string
  /** What the signature is made over, in front of the path. */
  publicUrl: string
  authToken: string
}

const FAILED_SHARE = 0.04
/** Messages that wait for their second receipt, as they do in life. */
const OPEN_MESSAGES = 2_000

/** An endless stream of Twilio-signed callbacks: each message is `sent`, and later delivered or, in 4 %, not. */
export class TwilioTraffic {
  private readonly open: { sid: string; to: string }[] = []
  private made = 0

  constructor(private readonly target: TrafficTarget) {}

  /** The next request, whole, as it goes over the wire. */
  next(): string {
    const form = twilioForm(this.nextCallback())
    const { path, port } = this.target
    return (
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n` +
      `User-Agent: TwilioProxy/1.1\r\nI-Twilio-Idempotency-Token: ${this.made}\r\nX-Twilio-Signature: ${this.sign(form)}\r\n` +
      `Content-Length: ${form.length}\r\n\r\n${form}`
    )
  }

  nextCallback(): TwilioCallback {
    this.made += 1
    const isSecond = this.open.length >= OPEN_MESSAGES && this.made % 2 === 0
    const second = isSecond ? this.takeOpen() : undefined
    if (second)
      return Math.random() < FAILED_SHARE
        ? { ...second, status: 'undelivered', errorCode: '30003' }
        : { ...second, status: 'delivered' }
    const first = {
      sid: `SM${randomBytes(16).toString('hex')}`,
      to: `+4477009${String(this.made % 100_000).padStart(5, '0')}`,
    }
    this.open.push(first)
    return { ...first, status: 'sent' }
  }

  private takeOpen(): { sid: string; to: string } | undefined {
    const index = Math.floor(Math.random() * this.open.length)
    const [last, chosen] = [this.open.pop(), this.open[index]]
    if (!last || !chosen) return last
    this.open[index] = last
    return chosen
  }

  private sign(form: string): string {
    const fields = form.split('&').map((pair) => pair.split('='))
    const text = fields
      .map(([name, value]) => `${name}${decodeURIComponent(value ?? '')}`)
      .sort()
      .join('')
    return createHmac('sha1', this.target.authToken)
      .update(this.target.publicUrl + this.target.path + text)
      .digest('base64')
  }
}
