import { feedQuery } from '@/lib/contracts/message'
import { route } from '@/lib/http/route'
import { feed } from '@/lib/queries/feed'

export const GET = route({ query: feedQuery }, ({ query }) => feed(query.limit))
