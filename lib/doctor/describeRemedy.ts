import type { BodyForm, QueryForm, Repair } from '@/lib/contracts/connectionSettings'
import type { Remedy } from './Case'

export interface RemedyWords {
  /** What is wrong, one sentence. */
  cause: string
  /** The one line of configuration. */
  line: string
}

/** A remedy in words for the person who set up the connection. `publicUrl` is what Landed believes to be called at. */
export function describeRemedy({ repairs, secretsOf }: Remedy, publicUrl: string): RemedyWords {
  const said = [
    ...(secretsOf ? [secretWords(secretsOf.name)] : []),
    ...repairs.map((repair) => repairWords(repair, publicUrl)),
  ]
  return { cause: said.map(({ cause }) => cause).join(' '), line: said.map(({ line }) => line).join('; ') }
}

function secretWords(name: string): RemedyWords {
  return {
    cause: `It is signed with the secret of the connection “${name}”: secrets or URLs were mixed up when they were pasted.`,
    line: `secrets = those of “${name}”`,
  }
}

function repairWords(repair: Repair, publicUrl: string): RemedyWords {
  switch (repair.kind) {
    case 'origin':
      return originWords(repair.origin, publicUrl)
    case 'path_prefix':
      return {
        cause: `The provider calls a path that begins with ${repair.prefix}; a proxy takes that off before Landed sees it.`,
        line: `path prefix = ${repair.prefix}`,
      }
    case 'path_slash':
      return slashWords(repair.slash)
    case 'query_order':
      return {
        cause: 'A proxy changes the order of the query parameters, over which the provider signs.',
        line: `query order = ${repair.names.join(', ')}`,
      }
    case 'query_form':
      return {
        cause: `A proxy writes the query anew: ${FORM_WORDS[repair.form]}.`,
        line: `query form = ${repair.form}`,
      }
    case 'body':
      return { cause: `A proxy writes the body anew: ${FORM_WORDS[repair.form]}.`, line: `body form = ${repair.form}` }
    case 'clock':
      return clockWords(repair.seconds)
  }
}

function originWords(origin: string, publicUrl: string): RemedyWords {
  const [should, is] = [new URL(origin), new URL(publicUrl)]
  const line = `PUBLIC_URL=${origin}`
  if (should.hostname !== is.hostname)
    return { cause: `The provider calls the host ${should.hostname}; Landed believes to be ${is.hostname}.`, line }
  if (should.protocol !== is.protocol)
    return { cause: `The provider calls by ${scheme(should)}; Landed believes that it is ${scheme(is)}.`, line }
  const port = /:(\d+)$/.exec(origin)?.[1]
  return { cause: `The provider calls ${port ? `port ${port}` : 'without a port'}; Landed believes otherwise.`, line }
}

function scheme({ protocol }: URL): string {
  return protocol.replace(':', '')
}

function slashWords(slash: 'with' | 'without'): RemedyWords {
  const cause =
    slash === 'with'
      ? 'The URL in the provider’s console ends with a slash that does not reach Landed.'
      : 'A slash is added to the end of the path on the way.'
  return { cause, line: `path slash = ${slash}` }
}

function clockWords(seconds: number): RemedyWords {
  const size = durationWords(Math.abs(seconds))
  const way = seconds > 0 ? 'behind' : 'ahead of'
  return {
    cause:
      `The clock of this server seems to be ${size} ${way} the provider’s: the signature is right, its time is not. ` +
      'Switch on time synchronisation (timedatectl set-ntp true). A call that somebody recorded and sent again later looks the same.',
    line: `clock offset = ${seconds} s`,
  }
}

function durationWords(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} hours` : `${Math.round(seconds / 86_400)} days`
}

const FORM_WORDS: Record<BodyForm | QueryForm, string> = {
  json_compact: 'the provider sends JSON without spaces',
  json_spaced: 'the provider sends JSON with a space after each comma and colon',
  json_pretty_2: 'the provider sends JSON indented by two spaces',
  json_pretty_4: 'the provider sends JSON indented by four spaces',
  json_ascii: 'the provider writes letters beyond ASCII as \\u escapes',
  json_unicode: 'the provider writes letters beyond ASCII as they are',
  json_escaped_slashes: 'the provider writes slashes as \\/',
  json_plain_slashes: 'the provider writes slashes as they are',
  with_newline: 'the provider ends it with a line break',
  without_newline: 'the provider ends it without a line break',
  with_crlf: 'the provider ends lines with CR LF',
  with_lf: 'the provider ends lines with LF',
  with_bom: 'the provider begins it with a byte order mark',
  without_bom: 'the provider begins it without a byte order mark',
  form_plus: 'the provider writes spaces as +',
  form_percent: 'the provider writes spaces as %20',
  form_upper_hex: 'the provider writes % escapes in capital letters',
  form_lower_hex: 'the provider writes % escapes in small letters',
}
