import { removeConnection } from '@/lib/connections/removeConnection'
import { notFound } from '@/lib/http/notFound'
import { route } from '@/lib/http/route'

export const DELETE = route<{ id: string }>({}, async ({ params }) => {
  const removed = await removeConnection(params.id)
  if (!removed) throw notFound('connection', params.id)
  return removed
})
