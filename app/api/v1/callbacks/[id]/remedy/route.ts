import { remedyRequest } from '@/lib/contracts/doctor'
import { applyRemedy } from '@/lib/doctor/applyRemedy'
import { route } from '@/lib/http/route'

export const POST = route<{ id: string }, never, typeof remedyRequest>({ body: remedyRequest }, ({ params, body }) =>
  applyRemedy(params.id, body.registeredUrl),
)
