import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { projectRoot } from '@/lib/projectRoot'

/** Writes the Prisma client. Throws with Prisma's own words when the schema is wrong. */
export function generatePrismaClient(): void {
  const require = createRequire(join(projectRoot(), 'package.json'))
  const manifest = require.resolve('prisma/package.json')
  const cli = join(manifest, '../build/index.js')
  // Generating does not use the schema engine, but the command looks for it and would download it. It must be a file
  // that fails: with /bin/true a migration through the command would "succeed" and do nothing.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false',
    PRISMA_HIDE_UPDATE_MESSAGE: 'true',
    CHECKPOINT_DISABLE: '1',
  }
  const run = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
    cwd: projectRoot(),
    env,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stderr}${run.stdout}`)
}
