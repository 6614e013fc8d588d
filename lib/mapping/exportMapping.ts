import type { MappingDraft } from '@/lib/contracts/mapping'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { storedMapping } from './storedMapping'

/** A mapping as a file, without any secret. Throws HttpProblem 404; 409 for other adapters and where none is active. */
export async function exportMapping(
  publicId: string,
  of: 'draft' | 'active',
): Promise<{ fileName: string; mapping: MappingDraft }> {
  const { active, draft } = await storedMapping(publicId)
  const mapping = of === 'draft' ? draft : active
  if (!mapping)
    throw new HttpProblem(
      409,
      'No active mapping',
      'The mapping of this connection is not switched on. Export the draft.',
    )
  return { fileName: `${nameOf(mapping.provider)}.mapping.json`, mapping }
}

function nameOf(provider: string): string {
  const words = provider.toLowerCase().match(/[a-z0-9]+/g) ?? ['provider']
  return words.join('-')
}
