import { seriesQuery } from '@/lib/contracts/metrics'
import { route } from '@/lib/http/route'
import { series } from '@/lib/queries/series'

export const GET = route({ query: seriesQuery }, ({ query: { grain, ...filter } }) => series(filter, grain))
