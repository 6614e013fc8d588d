import { createConnection } from '@/lib/connections/createConnection'
import { findConnection, reload } from '@/lib/connections/directory'
import { listConnections } from '@/lib/connections/listConnections'
import type { Connection } from '@/lib/contracts/connection'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { generateSecret } from '@/lib/providers/generateSecret'
import type { Secrets } from '@/lib/providers/types'
import { isSimulated, PROVIDER_NAMES, SIMULATED_PROVIDERS, type SimulatedProvider } from './SimulatedProvider'

/** A connection that is played: what is needed to sign for it. */
export interface SimulatedConnection {
  provider: SimulatedProvider
  id: string
  name: string
  secrets: Secrets
}

/**
 * The connections to play, one per provider: those of the given names, made (and marked as sample) where they are
 * missing. The secrets come from the database, as the server has them.
 */
export async function openSampleConnections(
  providers: readonly SimulatedProvider[],
  nameOf: (provider: SimulatedProvider) => string = (provider) => `Simulated ${PROVIDER_NAMES[provider]}`,
): Promise<SimulatedConnection[]> {
  const existing = await listConnections()
  const opened: SimulatedConnection[] = []
  for (const provider of providers) {
    const found = existing.find((one) => one.adapter === provider && one.name === nameOf(provider))
    opened.push(await open(found ?? (await create(provider, nameOf(provider)))))
  }
  return opened
}

/** One existing connection to play. Throws HttpProblem when there is none, or its provider cannot be played. */
export async function openOneConnection(id: string): Promise<SimulatedConnection> {
  const found = (await listConnections()).find((one) => one.id === id)
  if (!found)
    throw new HttpProblem(404, 'No such connection', `There is no connection "${id}". See: landed connections list`)
  return open(found)
}

async function open(connection: Pick<Connection, 'id' | 'adapter' | 'name'>): Promise<SimulatedConnection> {
  const { id, adapter, name } = connection
  if (!isSimulated(adapter)) {
    const known = SIMULATED_PROVIDERS.join(', ')
    throw new HttpProblem(422, 'Cannot play this provider', `"${adapter}" cannot be played. Playable: ${known}.`)
  }
  const known = await findConnection(id)
  if (!known?.secrets)
    throw new HttpProblem(422, 'Secrets cannot be opened', `The secrets of "${name}" cannot be read with this key.`)
  return { provider: adapter, id, name, secrets: known.secrets }
}

async function create(provider: SimulatedProvider, name: string): Promise<Connection> {
  const created = await createConnection({ adapter: provider, name, sample: true, secrets: inventedSecrets(provider) })
  // Calls of reload share one read, which may have begun before the row was there: only the second one is surely later.
  await reload()
  await reload()
  return created
}

/** Secrets that the provider's console would have shown. What Landed generates anyway is left to it. */
function inventedSecrets(provider: SimulatedProvider): Record<string, string> {
  if (provider === 'twilio') return { authToken: generateSecret(provider, 'authToken') }
  if (provider !== 'vonage-sms') return {}
  return { signatureSecret: generateSecret(provider, 'signatureSecret'), signatureAlgorithm: 'sha256' }
}
