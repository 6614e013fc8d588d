import { setTimeout as delay } from 'node:timers/promises'
import { createIngestPool } from '@/lib/db/pool'
import { runJobs } from '@/lib/dictionary/rejudge/runJobs'

/** Works on the jobs of DATABASE_URL and writes a line per commit, slowly enough to be killed in between. */
await runJobs(createIngestPool(process.env['DATABASE_URL'] ?? '', 1), {
  settleMs: 0,
  signal: new AbortController().signal,
  async onCommit() {
    process.stdout.write('committed\n')
    await delay(150)
  },
})
