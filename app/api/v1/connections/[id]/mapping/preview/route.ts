import type { z } from 'zod'
import { mappingPreviewRequest } from '@/lib/contracts/mappingApi'
import { route } from '@/lib/http/route'
import { previewMapping } from '@/lib/mapping/previewMapping'

export const POST = route<{ id: string }, z.ZodUndefined, typeof mappingPreviewRequest>(
  { body: mappingPreviewRequest },
  ({ params, body }) => previewMapping(params.id, body),
)
