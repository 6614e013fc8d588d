'use client'

import { useMutation } from '@tanstack/react-query'
import { Button } from '@/components/ui/Button'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { startSample } from '@/lib/client/startSample'
import { plural } from '@/lib/format/number'

const TEXTS = 300

/** Sends sample texts. Their first callback makes the overview appear by itself, through the live stream. */
export function SampleTraffic() {
  const sample = useMutation({ mutationFn: () => startSample(TEXTS) })
  return (
    <>
      <p>
        <Button
          variant="plain"
          size="large"
          busy={sample.isPending || sample.isSuccess}
          onClick={() => sample.mutate()}
        >
          {sample.isPending ? 'Starting…' : sample.isSuccess ? 'Sending…' : `Send ${TEXTS} sample texts`}
        </Button>
      </p>
      <p role="status" className="text-ink-2 empty:hidden">
        {sample.data &&
          `${plural(sample.data.messages, 'text')} through ${plural(sample.data.connections.length, 'connection')} are on their way. This page turns into the overview with the first callback.`}
      </p>
      <ProblemNotice error={sample.error} />
    </>
  )
}
