import { randomBytes } from 'node:crypto'
import type { ConnectionCreated } from '@/lib/contracts/connection'
import type { Secrets } from '@/lib/providers/types'
import { openTarget, sendRequest, type Target } from '@/lib/simulate/sendRequest'
import { signedRequest } from '@/lib/simulate/signedRequest'
import type { SimulatedCallback } from '@/lib/simulate/SimulatedCallback'
import type { SimulatedProvider } from '@/lib/simulate/SimulatedProvider'
import { LandedApp } from '../../test/app/LandedApp'

/** A connection with the secrets that its provider signs with. */
export interface PlayedConnection {
  id: string
  name: string
  provider: SimulatedProvider
  secrets: Secrets
  callbackUrl: string
}

/** The app of one test worker, seen from its API and from the providers that call it. */
export class Desk {
  readonly app: LandedApp
  private readonly target: Target

  constructor(port: number) {
    this.app = new LandedApp(port)
    this.target = openTarget(this.app.url, 16)
  }

  async close(): Promise<number[]> {
    this.target.agent.destroy()
    await this.app.stop()
    return this.app.remove()
  }

  async connect(provider: SimulatedProvider, name: string, secrets: Secrets = {}): Promise<PlayedConnection> {
    const created = await this.api<ConnectionCreated>('/api/v1/connections', { adapter: provider, name, secrets })
    const all = { ...secrets, ...created.generatedSecrets }
    return { id: created.id, name, provider, secrets: all, callbackUrl: created.callbackUrl }
  }

  /** Removes every connection with all that came through it: as before the first text. */
  async removeAll(): Promise<void> {
    const { items } = await this.api<{ items: { id: string }[] }>('/api/v1/connections')
    for (const { id } of items) {
      const response = await fetch(`${this.app.url}/api/v1/connections/${id}`, { method: 'DELETE' })
      if (!response.ok) throw new Error(`${id} was not removed: ${response.status}`)
    }
  }

  /** Sends a signed callback and returns the status of the answer, null for none. */
  async send(connection: PlayedConnection, fields: Partial<SimulatedCallback> = {}): Promise<number | null> {
    const { provider, secrets, callbackUrl } = connection
    const signed = signedRequest(provider, secrets, callbackUrl, callbackOf(fields), Date.now())
    return (await sendRequest(this.target, signed)).status
  }

  /** The same for several; throws unless every one of them is answered 2xx. */
  async sendAll(connection: PlayedConnection, callbacks: readonly Partial<SimulatedCallback>[]): Promise<void> {
    const answers = await Promise.all(callbacks.map((fields) => this.send(connection, fields)))
    const refused = answers.filter((status) => status === null || status >= 300)
    if (refused.length > 0) throw new Error(`Callbacks were answered ${refused.join(', ')}.`)
  }

  /** What an operator does when a secret was wrong from the beginning. */
  async correctSecrets({ id }: PlayedConnection, secrets: Secrets): Promise<void> {
    await this.api(`/api/v1/connections/${id}/rotate`, { secrets, overlap: 'none' })
  }

  /** A GET, or with a body a POST, to the REST API. Throws with the answer when it is not 2xx. */
  async api<T>(path: string, body?: unknown): Promise<T> {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(this.app.url + path, body === undefined ? {} : post)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
}

function callbackOf(fields: Partial<SimulatedCallback>): SimulatedCallback {
  const now = Math.floor(Date.now() / 1000) * 1000
  return {
    messageId: `SM${randomBytes(16).toString('hex')}`,
    reference: `ref-${randomBytes(6).toString('hex')}`,
    recipient: '+447700900100',
    sender: '+13125550101',
    word: 'delivered',
    status: 'delivered',
    code: null,
    occurredAt: now,
    submittedAt: now,
    eventId: `event-${randomBytes(12).toString('hex')}`,
    network: '23410',
    segments: 1,
    price: '0.04',
    purpose: 'reminder',
    location: 'Leeds',
    campaign: null,
    ...fields,
  }
}
