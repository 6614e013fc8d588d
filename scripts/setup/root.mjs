import { fileURLToPath } from 'node:url'

/** The folder of package.json, without a slash at the end. Everything that these scripts start finds it in LANDED_ROOT. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

process.env.LANDED_ROOT = root
process.chdir(root)
