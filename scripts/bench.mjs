// `npm run bench`: builds what `npm start` runs, then measures it. `-- --quick` for a short look.
import { spawnSync } from 'node:child_process'
import { build } from './setup/build.mjs'
import { installPackages } from './setup/installPackages.mjs'
import { requireNode } from './setup/requireNode.mjs'
import './setup/root.mjs'

requireNode()
installPackages()
build()
const bench = spawnSync(process.execPath, ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = bench.status ?? 1
