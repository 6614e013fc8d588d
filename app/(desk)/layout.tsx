import type { ReactNode } from 'react'
import { BottomTabs } from '@/components/shell/BottomTabs'
import { Shortcuts } from '@/components/shell/Shortcuts'
import { SideNav } from '@/components/shell/SideNav'
import { SkipLink } from '@/components/shell/SkipLink'
import { BusinessZone } from '@/lib/client/BusinessZone'
import { LiveProvider } from '@/lib/client/LiveProvider'
import { readEnv } from '@/lib/env'

// The zone belongs to the process that runs, not to the one that built.
export const dynamic = 'force-dynamic'

/** The frame of all screens: navigation, the live stream, the keys. Each page renders one `Screen` in it. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <BusinessZone timeZone={readEnv().timeZone}>
      <LiveProvider>
        <SkipLink />
        <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] md:grid-cols-[212px_minmax(0,1fr)]">
          <SideNav />
          {children}
        </div>
        <BottomTabs />
        <Shortcuts />
      </LiveProvider>
    </BusinessZone>
  )
}
