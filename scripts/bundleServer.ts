import { join } from 'node:path'
import { build } from 'esbuild'

/** Bundles our own TypeScript for Node into dist/; packages stay where they are. */
export async function bundleServer(root: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { server: join(root, 'server.ts'), start: join(root, 'scripts/start.ts') },
    outdir: join(root, 'dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
}
