import type { ProviderList } from '@/lib/contracts/connection'
import { ANOTHER_PROVIDER } from '@/lib/connections/customOwner'
import { describeField } from '@/lib/connections/secretFields'
import { ADAPTERS } from '@/lib/providers/registry'

/** What the form for a new connection must know about each provider. */
export function providers(): ProviderList {
  const items = [...Object.values(ADAPTERS), ANOTHER_PROVIDER].map(
    ({ id, name, setup, urlSuffix, proof, secrets }) => ({
      id,
      name,
      setup,
      urlSuffix: urlSuffix ?? null,
      proof,
      secrets: secrets.map(describeField),
    }),
  )
  return { items }
}
