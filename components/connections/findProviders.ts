import type { ProviderList } from '@/lib/contracts/connection'

type Provider = ProviderList['items'][number]

/**
 * The providers whose name or id has every word of the search, by name; those that begin with it first. Without a search
 * all of them.
 */
export function findProviders(providers: readonly Provider[], search: string): Provider[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = providers.filter(({ id, name }) => words.every((word) => `${name} ${id}`.toLowerCase().includes(word)))
  const start = (provider: Provider) => Number(!provider.name.toLowerCase().startsWith(words[0] ?? ''))
  return found.sort((a, b) => start(a) - start(b) || a.name.localeCompare(b.name, 'en'))
}
