import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { log } from '@/lib/log'
import { projectRoot } from '@/lib/projectRoot'
import { WholeScriptAdapterFactory } from './WholeScriptAdapterFactory'

let loaded: Promise<void> | undefined

/**
 * Lets `work` use Prisma's own migration engine, as WebAssembly: the Prisma CLI would download a program for this, which
 * machines behind a firewall cannot. It connects to `databaseUrl` even for work between two models.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await (loaded ??= load())
  const pool = new pg.Pool({ connectionString: databaseUrl })
  try {
    const engine = await open(pool)
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } finally {
    // The engine leaves its connection, and with it its lock on the migrations, to the pool.
    await pool.end()
  }
}

function open(pool: pg.Pool): Promise<bindings.SchemaEngine> {
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptAdapterFactory(pool))
  const note = (line: string): void => log.debug({ engine: JSON.parse(line) as unknown }, 'Prisma schema engine')
  return bindings.SchemaEngine.new({ datamodels: undefined }, note, adapter)
}

/** The package's own entry imports the .wasm file as a module, which Node cannot without a flag. */
async function load(): Promise<void> {
  const require = createRequire(join(projectRoot(), 'package.json'))
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(readFileSync(file), imports)
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start !== 'function') throw new Error(`${file} is not Prisma's schema engine.`)
  start()
}
