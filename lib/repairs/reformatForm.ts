import type { QueryForm } from '@/lib/contracts/connectionSettings'

const ESCAPE = /%[0-9a-fA-F]{2}/g

/** The same form or query in another of its spellings; what it says does not change. */
export function reformatForm(text: string, form: QueryForm): string {
  switch (form) {
    case 'form_plus':
      return text.replaceAll('%20', '+')
    case 'form_percent':
      return text.replaceAll('+', '%20')
    case 'form_upper_hex':
      return text.replace(ESCAPE, (escape) => escape.toUpperCase())
    case 'form_lower_hex':
      return text.replace(ESCAPE, (escape) => escape.toLowerCase())
  }
}
