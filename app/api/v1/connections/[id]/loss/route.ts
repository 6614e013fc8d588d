import { notFound } from '@/lib/http/notFound'
import { route } from '@/lib/http/route'
import { connectionLoss } from '@/lib/queries/connectionLoss'

export const GET = route<{ id: string }>({}, async ({ params }) => {
  const loss = await connectionLoss(params.id)
  if (!loss) throw notFound('connection', params.id)
  return loss
})
