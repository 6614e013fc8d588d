import type { z } from 'zod'
import { overrideEnd } from '@/lib/contracts/codes'
import { endOverride } from '@/lib/dictionary/endOverride'
import { readNumber } from '@/lib/http/readNumber'
import { route } from '@/lib/http/route'

export const POST = route<{ id: string }, z.ZodUndefined, typeof overrideEnd>(
  { body: overrideEnd },
  ({ params, body }) => endOverride(readNumber('override', params.id), body.author),
)
