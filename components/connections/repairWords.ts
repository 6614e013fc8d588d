import type { Repair } from '@/lib/contracts/connectionSettings'
import { formatDuration } from '@/lib/format/duration'

/** What a repair undoes, in one sentence. */
export function repairWords(repair: Repair): string {
  switch (repair.kind) {
    case 'origin':
      return `The provider calls ${repair.origin}, whatever PUBLIC_URL says.`
    case 'path_prefix':
      return `A proxy takes “${repair.prefix}” off the front of the path.`
    case 'path_slash':
      return repair.slash === 'with'
        ? 'A proxy takes the slash off the end of the path.'
        : 'A proxy puts a slash at the end of the path.'
    case 'query_order':
      return `A proxy reorders the query. The provider sends: ${repair.names.join(', ')}.`
    case 'query_form':
      return `A proxy encodes the query anew. The provider’s form: ${formName(repair.form)}.`
    case 'body':
      return `A proxy writes the body anew. The provider’s form: ${formName(repair.form)}.`
    case 'clock':
      return `The clock of this server is ${repair.seconds >= 0 ? 'behind' : 'ahead'} by ${formatDuration(Math.abs(repair.seconds) * 1000)}.`
  }
}

/** "json_pretty_2" → "json pretty 2". */
function formName(form: string): string {
  return form.replaceAll('_', ' ')
}
