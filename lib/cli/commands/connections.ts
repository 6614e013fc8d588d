import type { Command } from 'commander'
import { ADAPTERS } from '@/lib/providers/registry'
import { addConnection } from '../connections/addConnection'
import { listAllConnections } from '../connections/listAllConnections'
import { removeOneConnection } from '../connections/removeOneConnection'

const ADD_HELP = () => `
Secrets, by the provider's own names (* must be given):
${Object.values(ADAPTERS)
  .map((adapter) => `  ${adapter.id.padEnd(12)}${adapter.secrets.map(nameOf).join(', ')}`)
  .join('\n')}
Tokens and secrets that only Landed checks are generated when they are not given, and shown once.

Examples:
  $ landed connections add twilio --name "Twilio main" --secret authToken="$TWILIO_AUTH_TOKEN"
  $ landed connections add vonage-sms --name Vonage --secret signatureSecret=… --secret signatureAlgorithm=sha256
  $ landed connections add kannel --name "Our gateway"`

/** `landed connections add|list|remove` */
export function addConnections(program: Command): void {
  const connections = program
    .command('connections')
    .description('The accounts at providers that call Landed back: add, list, remove.')
  connections
    .command('add')
    .argument('<provider>', `adapter id: ${Object.keys(ADAPTERS).join(', ')}`)
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
    .argument('<id>', 'id of the connection, as shown by "landed connections list"')
    .description('Remove a connection with all that came through it: messages, receipts, raw callbacks, counters.')
    .option('--yes', 'do not ask; needed where nobody can be asked')
    .option('--json', 'print one JSON document')
    .action(removeOneConnection)
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

function nameOf(field: { name: string; required: boolean; generated?: boolean }): string {
  return field.required && !field.generated ? `${field.name}*` : field.name
}
