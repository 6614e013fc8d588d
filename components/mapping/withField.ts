import type { MappingDraft } from '@/lib/contracts/mapping'
import type { MappingField, MappingSource } from '@/lib/contracts/mappingSource'

/** The mapping with a field somewhere else, or (undefined) nowhere. */
export function withField(draft: MappingDraft, field: MappingField, source: MappingSource | undefined): MappingDraft {
  const { [field]: _, ...others } = draft.fields
  return { ...draft, fields: source ? { ...others, [field]: source } : others }
}
