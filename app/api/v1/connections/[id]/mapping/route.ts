import type { z } from 'zod'
import { mappingSave } from '@/lib/contracts/mappingApi'
import { route } from '@/lib/http/route'
import { readMapping } from '@/lib/mapping/describeMapping'
import { saveMappingDraft } from '@/lib/mapping/saveMappingDraft'

export const GET = route<{ id: string }>({}, ({ params }) => readMapping(params.id))

export const PUT = route<{ id: string }, z.ZodUndefined, typeof mappingSave>(
  { body: mappingSave },
  ({ params, body }) => saveMappingDraft(params.id, body),
)
