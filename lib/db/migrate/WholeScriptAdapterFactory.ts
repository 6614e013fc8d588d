import { PrismaPg } from '@prisma/adapter-pg'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/**
 * Prisma's adapter, except that a migration goes to PostgreSQL in one piece. The original cuts it at every ";", those
 * in comments and function bodies too, and runs the pieces one by one. In one piece it is also one transaction: it
 * happens wholly or not at all.
 */
export class WholeScriptAdapterFactory extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect()
    adapter.executeScript = (script) => runWhole(adapter.underlyingDriver(), script)
    return adapter
  }
}

async function runWhole(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script)
  } catch (error) {
    const { code = '', severity = 'ERROR', message, detail, column, hint } = error as Partial<pg.DatabaseError>
    // The engine understands this kind of error alone, and keeps its message in _prisma_migrations.
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message: message ?? '', detail, column, hint })
  }
}
