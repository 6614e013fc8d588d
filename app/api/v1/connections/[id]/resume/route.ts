import { resumeConnection } from '@/lib/connections/resumeConnection'
import { route } from '@/lib/http/route'
import { applyPausedSoon } from '@/lib/ingest/applyPaused'

/** Answers at once; what was kept is applied in the background, its progress is `kept` of the activity. */
export const POST = route<{ id: string }>({}, async ({ params }) => {
  const connection = await resumeConnection(params.id)
  applyPausedSoon(params.id)
  return Response.json(connection, { status: 202 })
})
