import { notFound } from '@/lib/http/notFound'
import { route } from '@/lib/http/route'
import { message } from '@/lib/queries/message'

export const GET = route<{ id: string }>({}, async ({ params }) => {
  const found = await message(params.id)
  if (!found) throw notFound('message', params.id)
  return found
})
