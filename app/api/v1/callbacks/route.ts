import { callbackListQuery } from '@/lib/contracts/callback'
import { route } from '@/lib/http/route'
import { callbacks } from '@/lib/queries/callbacks'

export const GET = route({ query: callbackListQuery }, ({ query }) => callbacks(query))
