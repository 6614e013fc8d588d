import type { ProviderList } from '@/lib/contracts/connection'

/** What proves the callbacks of a provider, in a few words. */
export const PROOF_WORDS: Record<ProviderList['items'][number]['proof'], string> = {
  signature: 'signs its callbacks',
  credentials: 'calls with a password',
  token: 'proved by a secret URL',
}
