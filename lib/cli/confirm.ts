import { createInterface } from 'node:readline/promises'
import { UsageProblem } from './UsageProblem'

/** Asks a yes-or-no question on the terminal; anything but yes is no. Throws UsageProblem where nobody can answer. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageProblem(`${question} Nobody can be asked here: repeat the command with --yes.`)
  // On stderr, so that stdout holds nothing but the result.
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
  } finally {
    terminal.close()
  }
}
