'use client'

import { Link2 } from 'lucide-react'
import { toast } from 'sonner'
import { Button } from './Button'

/** Copies the address of this screen with its filters, for somebody else. */
export function CopyLink() {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      toast.success('Link copied. It shows the same rows to whoever opens it.')
    } catch {
      toast.error('This browser does not allow copying here. Copy the address from the address bar.')
    }
  }
  return (
    <Button size="small" variant="quiet" onClick={copy}>
      <Link2 size={14} aria-hidden /> Copy link
    </Button>
  )
}
