import { summaryQuery } from '@/lib/contracts/metrics'
import { route } from '@/lib/http/route'
import { summary } from '@/lib/queries/summary'

export const GET = route({ query: summaryQuery }, ({ query }) => summary(query))
