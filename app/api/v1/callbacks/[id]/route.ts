import { notFound } from '@/lib/http/notFound'
import { route } from '@/lib/http/route'
import { callback } from '@/lib/queries/callback'

export const GET = route<{ id: string }>({}, async ({ params }) => {
  const found = await callback(params.id)
  if (!found) throw notFound('callback', params.id)
  return found
})
