import type { Command } from 'commander'
import { ADAPTERS } from '@/lib/providers/registry'
import { addConnection } from '../connections/addConnection'
import { listAllConnections } from '../connections/listAllConnections'
import { pauseOneConnection } from '../connections/pauseOneConnection'
import { removeOneConnection } from '../connections/removeOneConnection'
import { renameOneConnection } from '../connections/renameOneConnection'
import { resumeOneConnection } from '../connections/resumeOneConnection'
import { rotateOneConnection } from '../connections/rotateOneConnection'

const ADD_HELP = () => `
Secrets, by the provider's own names (* must be given):
${Object.values(ADAPTERS)
  .map((adapter) => `  ${adapter.id.padEnd(12)}${adapter.secrets.map(nameOf).join(', ')}`)
  .join('\n')}
"custom" is any other provider: describe its callbacks on the screen Connections, under Mapping.
Tokens and secrets that only Landed checks are generated when they are not given, and shown once.

Examples:
  $ landed connections add twilio --name "Twilio main" --secret authToken="$TWILIO_AUTH_TOKEN"
  $ landed connections add vonage-sms --name Vonage --secret signatureSecret=… --secret signatureAlgorithm=sha256
  $ landed connections add kannel --name "Our gateway"`

const ROTATE_HELP = `
The old secrets are accepted beside the new ones until the overlap ends, judged by when a callback arrives. A token that
stands in the URL gives a new URL to paste; the old URL works as long. "landed connections list" tells while it runs.

Examples:
  $ landed connections rotate 2ru6qz4j38t5 --secret authToken="$NEW_TOKEN" --overlap 1h
  $ landed connections rotate 2ru6qz4j38t5 --generate token --until 2027-01-31T12:00:00Z
  $ landed connections rotate 2ru6qz4j38t5 --end-overlap`

const ID = 'id of the connection, as shown by "landed connections list"'

/** `landed connections add|list|rename|rotate|pause|resume|remove` */
export function addConnections(program: Command): void {
  const connections = program
    .command('connections')
    .description('The accounts at providers that call Landed back: add, list, rename, rotate, pause, resume, remove.')
  connections
    .command('add')
    .argument('<provider>', `adapter id: ${Object.keys(ADAPTERS).join(', ')}, custom`)
    .description('Add a connection. Prints its id, the callback URL to paste at the provider, and generated secrets.')
    .requiredOption('--name <name>', 'what people see, such as "Twilio main"')
    .option('--secret <name=value>', 'a secret of the provider; repeatable', collect, [])
    .option('--json', 'print one JSON document')
    .addHelpText('after', ADD_HELP)
    .action(addConnection)
  connections
    .command('list')
    .description('List all connections with their callback URLs and when each was last heard of.')
    .option('--json', 'print one JSON document')
    .action(listAllConnections)
  connections
    .command('remove')
    .argument('<id>', ID)
    .description('Remove a connection with all that came through it: messages, receipts, raw callbacks, counters.')
    .option('--yes', 'do not ask; needed where nobody can be asked')
    .option('--json', 'print one JSON document')
    .action(removeOneConnection)
  addCare(connections)
}

/** What is done to a connection that stays. */
function addCare(connections: Command): void {
  connections
    .command('rename')
    .argument('<id>', ID)
    .argument('<name>', 'what people see')
    .description('Give a connection another name.')
    .option('--json', 'print one JSON document')
    .action(renameOneConnection)
  connections
    .command('rotate')
    .argument('<id>', ID)
    .description('Give a connection new secrets. The old ones are accepted for a chosen time.')
    .option('--secret <name=value>', 'a new secret; repeatable. The others stay', collect, [])
    .option('--generate <name>', 'a secret that Landed makes up anew; repeatable', collect, [])
    .option('--overlap <time>', 'how long the old secrets are accepted: none, 1h, 24h, 7d (24h)')
    .option('--until <moment>', 'the same as a moment, such as 2027-01-31T12:00:00Z')
    .option('--end-overlap', 'stop accepting the old secrets now')
    .option('--json', 'print one JSON document')
    .addHelpText('after', ROTATE_HELP)
    .action(rotateOneConnection)
  connections
    .command('pause')
    .argument('<id>', ID)
    .description('Keep what arrives for a connection without applying it. Providers notice nothing.')
    .option('--json', 'print one JSON document')
    .action(pauseOneConnection)
  connections
    .command('resume')
    .argument('<id>', ID)
    .description('Apply what was kept while a connection was paused, and what arrives from now on.')
    .option('--json', 'print one JSON document')
    .action(resumeOneConnection)
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

function nameOf(field: { name: string; required: boolean; generated?: boolean }): string {
  return field.required && !field.generated ? `${field.name}*` : field.name
}
