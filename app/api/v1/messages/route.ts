import { messageListQuery } from '@/lib/contracts/message'
import { route } from '@/lib/http/route'
import { messages } from '@/lib/queries/messages'

export const GET = route({ query: messageListQuery }, ({ query }) => messages(query))
