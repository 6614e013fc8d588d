import type { z } from 'zod'
import { mappingDraft } from '@/lib/contracts/mapping'
import { route } from '@/lib/http/route'
import { mappingEffect } from '@/lib/mapping/mappingEffect'

export const POST = route<{ id: string }, z.ZodUndefined, typeof mappingDraft>(
  { body: mappingDraft },
  async ({ params, body }) => ({ effect: await mappingEffect(params.id, body) }),
)
