'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/buttonClass'
import { Sentence } from '@/components/ui/Sentence'
import { connectionsOptions } from '@/lib/client/connectionsOptions'
import { firstRunSentence } from './firstRunSentence'
import { ProviderLinks } from './ProviderLinks'
import { SampleTraffic } from './SampleTraffic'

/** The beginning: shown instead of an overview while no text is known. Two ways on; both end in a living overview. */
export function FirstRun() {
  const { data } = useQuery(connectionsOptions())
  const own = (data?.items ?? []).filter((connection) => !connection.sample)
  return (
    <>
      <Sentence
        parts={firstRunSentence(own)}
        sub="This page will say which of your texts landed, which did not, and why: live, as providers call back."
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <section aria-labelledby="connect" className="grid gap-3 rounded-lg border border-line bg-surface px-5 py-4">
          <h2 id="connect" className="text-lg font-semibold tracking-tight">
            Connect a provider
          </h2>
          <p className="text-ink-2">
            You get a URL. Paste it where your provider asks where to report deliveries. The first callback appears here
            within a second.
          </p>
          {own.length > 0 && (
            <p>
              <Link href="/connections" className={buttonClass({ variant: 'primary' })}>
                See what is connected
              </Link>
            </p>
          )}
          <ProviderLinks />
        </section>
        <section aria-labelledby="sample" className="grid gap-3 rounded-lg border border-line bg-surface px-5 py-4">
          <h2 id="sample" className="text-lg font-semibold tracking-tight">
            Or look around first
          </h2>
          <p className="text-ink-2">
            Landed can play a few providers itself: signed callbacks, in disorder, some twice, some failures. They come
            through the same door as real ones, over about a minute.
          </p>
          <SampleTraffic />
          <p className="text-sm text-ink-3">
            Sample texts are marked, and go for good when you remove the sample connections.
          </p>
        </section>
      </div>
    </>
  )
}
