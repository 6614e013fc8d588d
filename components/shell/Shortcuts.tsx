'use client'

import { useCallback, useState } from 'react'
import { Dialog } from '@/components/ui/Dialog'
import { Kbd } from '@/components/ui/Kbd'
import { useStoredFlag } from '@/lib/client/useStoredFlag'
import { NAV_ITEMS } from './navItems'
import { useShortcuts } from './useShortcuts'

/** The keys of the desk, the dialog that lists them, and the switch that turns them off (some people dictate). */
export function Shortcuts() {
  const [open, setOpen] = useState(false)
  const [off, setOff] = useStoredFlag('landed-shortcuts-off')
  const help = useCallback(() => setOpen(true), [])
  useShortcuts(!off, help)
  return (
    <Dialog title="Keys" open={open} onOpenChange={setOpen}>
      <dl className="grid grid-cols-[1fr_auto] gap-y-1.5">
        {NAV_ITEMS.map((item) => (
          <Row key={item.href} what={`Go to ${item.label}`} keys={['g', item.key]} />
        ))}
        <Row what="Search" keys={['/']} />
        <Row what="Light or dark" keys={['t']} />
        <Row what="This list" keys={['?']} />
      </dl>
      <label className="mt-4 flex items-center gap-2 border-t border-line pt-3">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={!off}
          onChange={(event) => setOff(!event.target.checked)}
        />
        Use these keys
      </label>
    </Dialog>
  )
}

function Row({ what, keys }: { what: string; keys: string[] }) {
  return (
    <>
      <dt>{what}</dt>
      <dd className="flex gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </>
  )
}
