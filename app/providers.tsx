'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { Tooltip } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Toaster } from 'sonner'
import { createQueryClient } from '@/lib/client/createQueryClient'

/** What every screen needs around it: theme, URL state, cache, tooltips, toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" disableTransitionOnChange>
      <NuqsAdapter>
        <QueryClientProvider client={queryClient}>
          <Tooltip.Provider delayDuration={250}>{children}</Tooltip.Provider>
          <Toaster position="bottom-right" toastOptions={{ className: 'landed-toast' }} />
        </QueryClientProvider>
      </NuqsAdapter>
    </ThemeProvider>
  )
}
