import { diagnosisRequest } from '@/lib/contracts/doctor'
import { examine } from '@/lib/doctor/examine'
import { route } from '@/lib/http/route'

export const POST = route<{ id: string }, never, typeof diagnosisRequest>(
  { body: diagnosisRequest },
  ({ params, body }) => examine(params.id, body.registeredUrl),
)
