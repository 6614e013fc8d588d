import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { callbackUrl } from '@/lib/connections/callbackUrl'
import type { ConnectionCreated } from '@/lib/contracts/connection'
import type { Secrets } from '@/lib/providers/types'
import type { Random } from '@/lib/simulate/random'
import { openTarget, sendRequest, type Target } from '@/lib/simulate/sendRequest'
import { signTwilio } from '@/lib/simulate/sign/twilio'
import type { SimulatedCallback } from '@/lib/simulate/SimulatedCallback'

/** One HTTP request that was made. */
export interface Attempt {
  /** Unique; sent along as a header, so that its row in the log can be told from those of its repeats. */
  id: string
  /** What it says: message id and status. */
  statement: string
  /** Null when the connection broke before an answer came. */
  status: number | null
}

const RETRY_MS = 200
const REPEATS_PERCENT = 3
const WORDS = [['queued', 'sent', 'delivered'], ['queued', 'sent', 'undelivered'], ['sent', 'delivered'], ['failed']]

/** Plays Twilio over several connections that are kept open, and tries again until it is answered 2xx, as Twilio does. */
export class Provider {
  readonly attempts: Attempt[] = []
  private acknowledged = 0
  private readonly target: Target
  private stopping = false
  private work: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly url: string,
    private readonly connection: ConnectionCreated,
    private readonly secrets: Secrets,
    private readonly random: Random,
    private readonly lines: number,
  ) {
    this.target = openTarget(url, lines)
  }

  start(): void {
    this.work = Promise.all(Array.from({ length: this.lines }, () => this.run()))
  }

  /** Says nothing new from now on; resolves when everything that was said has been answered 2xx. */
  async finish(): Promise<void> {
    this.stopping = true
    await this.work
    this.target.agent.destroy()
  }

  /** Resolves after `count` more requests were answered 2xx. Rejects when the sending itself fails. */
  async acknowledgements(count: number): Promise<void> {
    const goal = this.acknowledged + count
    let failure: unknown
    this.work.catch((error: unknown) => (failure = error))
    while (this.acknowledged < goal) {
      if (failure) throw failure
      await delay(5)
    }
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const messageId = `SM${this.random.hex(32)}`
      for (const word of this.random.pick(WORDS)) {
        const again = this.random.percent(REPEATS_PERCENT) ? 1 : 0
        for (let time = 0; time <= again; time++) await this.deliver(messageId, word)
      }
    }
  }

  private async deliver(messageId: string, word: string): Promise<void> {
    const url = callbackUrl(this.url, 'twilio', this.connection.id)
    const signed = signTwilio(this.secrets, url, callbackOf(messageId, word))
    for (;;) {
      const id = randomUUID()
      const answer = await sendRequest(this.target, { ...signed, headers: { ...signed.headers, 'x-attempt': id } })
      this.attempts.push({ id, statement: `${messageId} ${word}`, status: answer.status })
      if (answer.status !== null && answer.status < 500) {
        if (answer.status < 300) this.acknowledged += 1
        return
      }
      await delay(RETRY_MS)
    }
  }
}

function callbackOf(messageId: string, word: string): SimulatedCallback {
  return {
    messageId,
    reference: '',
    recipient: '+447700900123',
    sender: '+13125550101',
    word,
    status: 'sent',
    code: word === 'undelivered' ? '30003' : null,
    occurredAt: 0,
    submittedAt: 0,
    eventId: `${messageId}-${word}`,
    network: '',
    segments: 1,
    price: '0',
    purpose: '',
    location: '',
    campaign: null,
  }
}
