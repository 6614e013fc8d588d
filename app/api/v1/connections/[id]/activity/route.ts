import { activityQuery } from '@/lib/contracts/activity'
import { route } from '@/lib/http/route'
import { connectionActivity } from '@/lib/queries/connectionActivity'

export const GET = route<{ id: string }, typeof activityQuery>({ query: activityQuery }, ({ params, query }) =>
  connectionActivity(params.id, query.range, Date.now()),
)
