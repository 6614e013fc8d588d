import type { ReactNode } from 'react'
import { ThemeToggle } from '@/components/ui/ThemeToggle'
import { Brand } from './Brand'
import { LivePill } from './LivePill'
import { SearchField } from './SearchField'

/**
 * One screen: the top bar (search, the screen's own `tools` such as range and filters, the live pill) and the content.
 * Every page of the desk renders exactly one.
 */
export function Screen({ tools, children }: { tools?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-[1280px] px-4 pb-28 md:px-7 md:pb-12">
      <header className="flex flex-wrap items-center gap-2 py-3">
        <div className="flex min-w-0 flex-1 items-center gap-2 max-md:basis-full">
          <div className="mr-auto md:hidden">
            <Brand />
          </div>
          <SearchField />
          <div className="flex items-center gap-1 md:hidden">
            <ThemeToggle />
            <LivePill />
          </div>
        </div>
        {tools && <div className="flex min-w-0 flex-wrap items-center gap-2">{tools}</div>}
        <div className="max-md:hidden">
          <LivePill />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </div>
  )
}
