import type { Connection, ProviderList } from '@/lib/contracts/connection'

type Provider = ProviderList['items'][number]

/** The provider of a connection, with the secrets that this connection has. Undefined while they are being read. */
export function providerOf(connection: Connection, providers: readonly Provider[]): Provider | undefined {
  const provider = providers.find((each) => each.id === connection.adapter)
  return provider && connection.secretFields ? { ...provider, secrets: connection.secretFields } : provider
}
