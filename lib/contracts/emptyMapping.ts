import { mappingDraft, type MappingDraft } from './mapping'

const LONGEST = 60

/** The mapping with which the work on a new connection begins. */
export function emptyMapping(name: string): MappingDraft {
  return mappingDraft.parse({ version: 1, provider: name.trim().slice(0, LONGEST) || 'Another provider' })
}
