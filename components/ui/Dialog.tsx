'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { Button } from './Button'

interface DialogProps {
  title: ReactNode
  description?: ReactNode
  /** The button that opens it, unless `open` is controlled. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Buttons at the foot. */
  footer?: ReactNode
  children: ReactNode
}

/** A dialog over the page. Escape and a click beside it close it; focus returns to where it was. */
export function Dialog({ title, description, trigger, open, onOpenChange, footer, children }: DialogProps) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-[color-mix(in_oklab,var(--sunken)_60%,#000_30%)]/60" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className="fixed top-1/2 left-1/2 z-50 flex max-h-[86dvh] w-[min(560px,calc(100vw-24px))] -translate-1/2 flex-col rounded-lg border border-line-strong bg-surface"
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
              {description && <Radix.Description className="text-ink-2">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <Button variant="quiet" size="icon" aria-label="Close">
                <X size={16} aria-hidden />
              </Button>
            </Radix.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 py-2">{children}</div>
          <div className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{footer}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
