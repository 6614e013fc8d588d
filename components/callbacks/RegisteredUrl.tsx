'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'

interface RegisteredUrlProps {
  tried: string | undefined
  onTry: (url: string) => void
}

/** Asks for what only the provider's console shows: the URL that it really calls. */
export function RegisteredUrl({ tried, onTry }: RegisteredUrlProps) {
  const [url, setUrl] = useState(tried ?? '')
  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onTry(url.trim())
      }}
    >
      <div className="min-w-0 flex-1 basis-80">
        <Field
          label="The URL as it stands in the provider’s console"
          help="With it, a proxy that changes host or path can be recognised."
          error={tried && tried === url.trim() ? 'With this URL it does not verify either.' : undefined}
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              required
              spellCheck={false}
              className="font-mono text-[12.5px]"
              placeholder="https://…"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" className="mb-6">
        Try with it
      </Button>
    </form>
  )
}
