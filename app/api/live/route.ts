import { liveStream } from '@/lib/http/liveStream'
import { route } from '@/lib/http/route'

export const GET = route({}, async ({ request }) => {
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    // no-transform: a compressing proxy would hold events back until its buffer is full.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  }
  return new Response(liveStream(request.signal), { headers })
})
