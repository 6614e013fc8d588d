import type { Command } from 'commander'
import { runDemo } from '@/lib/demo/runDemo'
import { readEnv } from '@/lib/env'
import { awaitServer } from '../simulate/awaitServer'
import { onInterrupt } from '../simulate/onInterrupt'
import { signingUrl } from '../simulate/signingUrl'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'

/** Long enough for a first start that still has to build. */
const PATIENCE_MS = 15 * 60_000

const HELP = `
"npm run demo" starts the server and this together. Waits until the server is ready, makes four connections marked as
sample, fills in about a day of history, then sends about a text a second until it is stopped. Started again, it
fills in the time between. Remove the connections to remove all of it.`

interface Options {
  url?: string
  publicUrl?: string
  json?: boolean
}

/** `landed demo` */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('Run a sample business against a running server until stopped.')
    .option('--url <url>', 'the server to send to (default: http://localhost:<PORT>)')
    .option('--public-url <url>', 'what the server checks signatures against (default: its PUBLIC_URL, else --url)')
    .option('--json', 'print one JSON document at the end')
    .addHelpText('after', HELP)
    .action(demo)
}

async function demo(options: Options): Promise<void> {
  const signal = onInterrupt()
  const url = options.url ?? `http://localhost:${readEnv().port}`
  const publicUrl = signingUrl(url, options.publicUrl)
  await awaitServer(url, PATIENCE_MS, signal)
  if (!signal.aborted) await withDatabase(() => runDemo({ url, publicUrl, signal, say }))
  printResult(options.json, { stopped: true }, 'The sample business has stopped.')
  // The ingest keeps connections open for more callbacks, and none will come.
  process.exit()
}

/** On stderr, so that stdout holds the result alone. */
function say(sentence: string): void {
  console.error(sentence)
}
