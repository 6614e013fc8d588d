import type { z } from 'zod'
import { mappingSwitchOn } from '@/lib/contracts/mappingApi'
import { route } from '@/lib/http/route'
import { switchOnMapping } from '@/lib/mapping/switchOnMapping'

export const POST = route<{ id: string }, z.ZodUndefined, typeof mappingSwitchOn>(
  { body: mappingSwitchOn },
  ({ params, body }) => switchOnMapping(params.id, body.author),
)
