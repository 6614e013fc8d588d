import { Option, type Command } from 'commander'
import { SIMULATED_PROVIDERS } from '@/lib/simulate/SimulatedProvider'
import { countOf, percentOf, rateOf, seedOf } from '../numbers'
import { runSimulation } from '../simulate/runSimulation'

const HELP = `
Plays providers against a running server over HTTP: genuine signatures, lives of texts with realistic delays, failures
with each provider's real codes, callbacks that come twice, too late, in the wrong order, or never. All phone numbers
are from ranges that are reserved for fiction. Nothing is sent anywhere but to --url.

Without --connection the connections "Simulated Twilio", … are used, and made where they are missing; they are marked as
sample. The secrets come from the database, so the command must reach the same database as the server.

At the end it prints what it sent and what must therefore be counted; with --json a script can compare that with
GET /api/v1/metrics/summary?connection=<id>.

The same --seed gives the same texts and ids: run it twice and the second run tells the server about the same messages
again, at other times.

Examples:
  $ landed simulate                                           100 texts, 10 per second, all providers
  $ landed simulate --provider twilio --count 5000 --rate 200
  $ landed simulate --count 2000 --rate 0 --no-delay          as fast as the server takes them
  $ landed simulate --duplicates 20 --disorder 30 --seed 7 --json`

/** `landed simulate` */
export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('Play a provider against a running server: signed sample traffic, and what must come of it.')
    .option('--url <url>', 'the server to send to (default: http://localhost:<PORT>)')
    .option('--public-url <url>', 'what the server checks signatures against (default: its PUBLIC_URL, else --url)')
    .addOption(new Option('--provider <id>', 'whom to play').choices([...SIMULATED_PROVIDERS, 'all']).default('all'))
    .option('--connection <id>', 'use this connection; it decides the provider')
    .option('--rate <per second>', 'texts per second on average; 0: as fast as possible', rateOf, 10)
    .option('--count <texts>', 'how many texts; each gives one to four callbacks', countOf, 100)
    .option('--seed <number>', 'repeat an earlier run (default: by chance, printed at the end)', seedOf)
    .option('--duplicates <percent>', 'callbacks that come twice', percentOf, 3)
    .option('--disorder <percent>', 'callbacks that come after the one that follows them', percentOf, 3)
    .option('--failures <percent>', 'texts that do not land', percentOf, 8)
    .option('--concurrency <requests>', 'requests under way at once, at most', countOf, 64)
    .option('--retries <times>', 'tries again after no answer or a 5xx, as providers do', seedOf, 0)
    .option('--no-delay', 'do not wait between the callbacks of a text; their times then lie in the past')
    .option('--json', 'print one JSON document')
    .addHelpText('after', HELP)
    .action(runSimulation)
}
