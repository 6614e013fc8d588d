// `npm start`, `npm run demo`, `npm run dev`. Plain JavaScript without packages: it runs before anything is installed.
import { build, generate } from './setup/build.mjs'
import { installPackages } from './setup/installPackages.mjs'
import { requireNode } from './setup/requireNode.mjs'
import './setup/root.mjs'

requireNode()
installPackages()
if (process.argv.includes('--demo')) {
  process.env.LANDED_DEMO = '1'
  // A data folder of its own: sample texts must never stand among a business's own.
  process.env.LANDED_DATA_DIR ||= '.data-demo'
}

if (process.argv.includes('--dev')) {
  generate()
  const { register } = await import('tsx/esm/api')
  register()
  process.env.LANDED_DEV = '1'
  await import(/* @vite-ignore */ new URL('start.ts', import.meta.url).href)
} else {
  build()
  await import(/* @vite-ignore */ new URL('../dist/start.js', import.meta.url).href)
}
