import type { z } from 'zod'
import { mappingSuggestRequest } from '@/lib/contracts/mappingApi'
import { route } from '@/lib/http/route'
import { suggestMapping } from '@/lib/mapping/suggest/suggestMapping'

export const POST = route<{ id: string }, z.ZodUndefined, typeof mappingSuggestRequest>(
  { body: mappingSuggestRequest },
  async ({ params, body }) => suggestMapping(params.id, body),
)
