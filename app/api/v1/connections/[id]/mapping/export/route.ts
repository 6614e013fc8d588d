import type { z } from 'zod'
import { mappingExportQuery } from '@/lib/contracts/mappingApi'
import { route } from '@/lib/http/route'
import { exportMapping } from '@/lib/mapping/exportMapping'

export const GET = route<{ id: string }, typeof mappingExportQuery, z.ZodUndefined>(
  { query: mappingExportQuery },
  async ({ params, query }) => {
    const { fileName, mapping } = await exportMapping(params.id, query.of)
    return new Response(`${JSON.stringify(mapping, null, 2)}\n`, {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${fileName}"`,
      },
    })
  },
)
