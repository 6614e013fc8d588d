import { replayRequest } from '@/lib/contracts/callback'
import { route } from '@/lib/http/route'
import { replay } from '@/lib/ingest/replay'

export const POST = route({ body: replayRequest }, ({ body }) => replay(body))
