import { createConnection } from '@/lib/connections/createConnection'
import { listConnections } from '@/lib/connections/listConnections'
import { connectionCreate } from '@/lib/contracts/connection'
import { route } from '@/lib/http/route'

export const GET = route({}, async () => ({ items: await listConnections() }))

export const POST = route({ body: connectionCreate }, async ({ body }) =>
  Response.json(await createConnection(body), { status: 201 }),
)
