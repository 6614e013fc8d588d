import { messageExportQuery } from '@/lib/contracts/message'
import { route } from '@/lib/http/route'
import { textStream } from '@/lib/http/textStream'
import { messagesCsv } from '@/lib/queries/messagesCsv'

export const GET = route({ query: messageExportQuery }, async ({ query }) => {
  const headers = {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="messages.csv"',
  }
  return new Response(textStream(messagesCsv(query)), { headers })
})
