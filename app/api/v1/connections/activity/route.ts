import { route } from '@/lib/http/route'
import { connectionsActivity } from '@/lib/queries/connectionsActivity'

export const GET = route({}, async () => {
  const now = Date.now()
  return { asOf: new Date(now).toISOString(), items: await connectionsActivity(now) }
})
