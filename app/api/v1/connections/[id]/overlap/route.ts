import { endOverlap } from '@/lib/connections/endOverlap'
import { route } from '@/lib/http/route'

export const DELETE = route<{ id: string }>({}, ({ params }) => endOverlap(params.id))
