'use client'

import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/Button'
import { Menu } from '@/components/ui/Menu'
import { importMapping } from '@/lib/client/changeMapping'
import { mappingDraft } from '@/lib/contracts/mapping'
import { useMapping } from './MappingContext'
import { saveFile } from './saveFile'

/** Export and import of the mapping as a file. It never holds a secret. */
export function MappingMenu() {
  const { draft, mapping, adopt } = useMapping()
  const file = useRef<HTMLInputElement>(null)
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    const read = mappingDraft.safeParse(parse(await chosen.text()))
    if (!read.success) {
      const [issue] = read.error.issues
      return toast.error(`${chosen.name} is no mapping: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`)
    }
    try {
      adopt(await importMapping(mapping.connection.id, read.data))
      toast.success('Imported as the draft. Look at it, then switch it on.')
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-hidden
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Menu
        items={[
          {
            label: 'Export as a file',
            onSelect: () => saveFile(`${draft.provider.replace(/\W+/g, '-')}.mapping.json`, draft),
          },
          { label: 'Import a file…', onSelect: () => file.current?.click() },
        ]}
      >
        <Button variant="quiet" size="icon" aria-label="More about this mapping">
          <Ellipsis size={16} aria-hidden />
        </Button>
      </Menu>
    </>
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
