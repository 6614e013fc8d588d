import type { z } from 'zod'
import { changeConnection } from '@/lib/connections/changeConnection'
import { readConnection } from '@/lib/connections/listConnections'
import { removeConnection } from '@/lib/connections/removeConnection'
import { connectionPatch } from '@/lib/contracts/changeConnection'
import { notFound } from '@/lib/http/notFound'
import { route } from '@/lib/http/route'

export const GET = route<{ id: string }>({}, async ({ params }) => {
  const connection = await readConnection(params.id)
  if (!connection) throw notFound('connection', params.id)
  return connection
})

export const PATCH = route<{ id: string }, z.ZodUndefined, typeof connectionPatch>(
  { body: connectionPatch },
  ({ params, body }) => changeConnection(params.id, body),
)

export const DELETE = route<{ id: string }>({}, async ({ params }) => {
  const removed = await removeConnection(params.id)
  if (!removed) throw notFound('connection', params.id)
  return removed
})
