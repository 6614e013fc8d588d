import { pauseConnection } from '@/lib/connections/pauseConnection'
import { route } from '@/lib/http/route'

export const POST = route<{ id: string }>({}, ({ params }) => pauseConnection(params.id))
