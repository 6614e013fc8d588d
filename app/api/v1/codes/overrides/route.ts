import { overrideCreate, overrideListQuery } from '@/lib/contracts/codes'
import { createOverride } from '@/lib/dictionary/createOverride'
import { listOverrides } from '@/lib/dictionary/listOverrides'
import { route } from '@/lib/http/route'

export const GET = route({ query: overrideListQuery }, async ({ query }) => ({ items: await listOverrides(query) }))

export const POST = route({ body: overrideCreate }, async ({ body }) =>
  Response.json(await createOverride(body), { status: 201 }),
)
