import type { z } from 'zod'
import { mappingDraft } from '@/lib/contracts/mapping'
import { route } from '@/lib/http/route'
import { saveMappingDraft } from '@/lib/mapping/saveMappingDraft'

export const POST = route<{ id: string }, z.ZodUndefined, typeof mappingDraft>(
  { body: mappingDraft },
  ({ params, body }) => saveMappingDraft(params.id, { mapping: body, secrets: {} }),
)
