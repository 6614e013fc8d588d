'use client'

import { Tooltip } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

/** A short name for a control that shows none (an icon). The child must be focusable and carry an aria-label itself. */
export function Tip({ text, children }: { text: ReactNode; children: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-[280px] animate-appear rounded-sm bg-ink px-2 py-1 text-xs text-bg"
        >
          {text}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
