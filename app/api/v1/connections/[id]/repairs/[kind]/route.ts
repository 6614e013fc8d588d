import { undoRepair } from '@/lib/connections/undoRepair'
import { route } from '@/lib/http/route'

export const DELETE = route<{ id: string; kind: string }>({}, ({ params }) => undoRepair(params.id, params.kind))
