import { runConformance } from '@/lib/conformance/runConformance'

const USAGE = `Usage: npm run conformance -- <folder>

Plays every fixture file (.json) in the folder and below through the provider adapters.
Prints one line per failure and a closing "N passed, N failed". Exit code 1 on any failure, or when nothing was found.
The format of a fixture file is described in docs/conformance.md.`

async function main(folder: string | undefined): Promise<number> {
  if (!folder || folder === '--help') {
    console.log(USAGE)
    return folder ? 0 : 1
  }
  const { passed, failures } = await runConformance(folder)
  for (const line of failures) console.log(line)
  if (passed + failures.length === 0) console.log(`No fixture files (.json) in ${folder}.`)
  console.log(`${passed} passed, ${failures.length} failed`)
  return failures.length === 0 && passed > 0 ? 0 : 1
}

try {
  process.exitCode = await main(process.argv[2])
} catch (error) {
  console.error(`The folder cannot be read: ${(error as Error).message}`)
  process.exitCode = 1
}
