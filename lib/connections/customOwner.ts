import { mappingSecrets } from '@/lib/contracts/mappingSecrets'
import { emptyMapping } from '@/lib/contracts/emptyMapping'
import { mappingDraft, type MappingDraft } from '@/lib/contracts/mapping'
import { CUSTOM, mappedAdapter } from '@/lib/providers/mapped'
import type { Adapter } from '@/lib/providers/types'

/** What the choice of providers and the forms show of a connection whose callbacks are read by a mapping. */
export type CustomOwner = Pick<Adapter, 'id' | 'name' | 'setup' | 'urlSuffix' | 'proof' | 'secrets'>

const SETUP =
  'Give the provider this URL as the address for its delivery reports. Then describe its callbacks: they are kept until the mapping is switched on.'

/** "Another provider": a new connection begins with a secret in its URL; the editor changes that. */
export const ANOTHER_PROVIDER: CustomOwner = {
  ...mappedAdapter(emptyMapping('Another provider')),
  id: CUSTOM,
  setup: SETUP,
}

/**
 * The same for a stored connection: by the mapping that is switched on, else by its draft. Secrets that the mapping asks
 * for can be missing while it is a draft, so none of them is required here.
 */
export function customOwner(name: string, active: unknown, draft: unknown): CustomOwner {
  const mapping = readable(active) ?? readable(draft) ?? emptyMapping(name)
  return { ...mappedAdapter(mapping), setup: SETUP }
}

/** The secrets with which a new connection with this mapping begins: what the person does not know yet may follow. */
export function draftOwner(mapping: MappingDraft): CustomOwner {
  const secrets = mappingSecrets(mapping.proof).map((field) => ({ ...field, required: false }))
  return { ...mappedAdapter(mapping), setup: SETUP, secrets }
}

function readable(stored: unknown): MappingDraft | null {
  const read = mappingDraft.safeParse(stored)
  return read.success ? read.data : null
}
