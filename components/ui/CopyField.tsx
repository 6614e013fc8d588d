'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button'

/** A value to be copied elsewhere (a callback URL), selectable as a whole, with a button that says when it is done. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const [result, setResult] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(null), 2500)
    return () => clearTimeout(timer)
  }, [result])
  const copy = () =>
    // Browsers refuse the clipboard on plain http other than localhost; the text stays selectable.
    (navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setResult('copied'),
      () => setResult('failed'),
    )
  return (
    <div className="flex min-w-0 items-stretch rounded-sm border border-line bg-sunken">
      <code
        className="min-w-0 flex-1 self-center px-2.5 py-1.5 font-mono text-[12.5px] break-all select-all"
        aria-label={label}
      >
        {value}
      </code>
      <Button
        variant="quiet"
        size="small"
        className="m-0.5 shrink-0 self-start"
        onClick={copy}
        aria-label={`Copy ${label}`}
      >
        {result === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        <span aria-live="polite">
          {result === 'copied' ? 'Copied' : result === 'failed' ? 'Select and copy' : 'Copy'}
        </span>
      </Button>
    </div>
  )
}
