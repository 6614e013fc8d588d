import { overridePreview } from '@/lib/contracts/codes'
import { previewOverride } from '@/lib/dictionary/previewOverride'
import { route } from '@/lib/http/route'

export const POST = route({ body: overridePreview }, ({ body }) => previewOverride(body))
