import type { z } from 'zod'
import { rotateSecrets } from '@/lib/connections/rotateSecrets'
import { rotateRequest } from '@/lib/contracts/changeConnection'
import { route } from '@/lib/http/route'

export const POST = route<{ id: string }, z.ZodUndefined, typeof rotateRequest>(
  { body: rotateRequest },
  ({ params, body }) => rotateSecrets(params.id, body),
)
