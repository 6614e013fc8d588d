import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { projectRoot } from '@/lib/projectRoot'
import { bundleServer } from './bundleServer'
import { generatePrismaClient } from './generatePrismaClient'

/** `npm run build`: everything that `npm start` runs. It calls this itself when the sources changed. */
const root = projectRoot()
generatePrismaClient()
await bundleServer(root)
const next = createRequire(join(root, 'package.json')).resolve('next/dist/bin/next')
const run = spawnSync(process.execPath, [next, 'build'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
})
process.exitCode = run.status ?? 1
