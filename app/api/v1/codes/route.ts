import { readDictionary } from '@/lib/dictionary/readDictionary'
import { route } from '@/lib/http/route'

export const GET = route({}, async ({ request }) => {
  const { json, etag } = await readDictionary()
  const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': 'application/json' }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(json, { headers })
})
