// `npm run bench`: builds what `npm start` runs, then measures it. `-- --quick` for a short look.
import { spawnSync } from 'node:child_process'
import { build } from './setup/build.mjs'
import { installPackages } from './setup/installPackages.mjs'
import { requireNode } from './setup/requireNode.mjs'
import './setup/root.mjs'

requireNode()
installPackages()
build()
// Bundled like the server: run from its sources, tsx's helpers would be measured too.
const esbuild = await import('esbuild')
await esbuild.build({
  entryPoints: { bench: 'bench/run.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
const bench = spawnSync(process.execPath, ['dist/bench.js', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = bench.status ?? 1
