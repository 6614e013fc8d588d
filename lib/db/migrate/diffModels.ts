import { withSchemaEngine } from './withSchemaEngine'

/**
 * The SQL that leads from one Prisma schema (null: nothing) to another; empty when they describe the same database.
 * @param databaseUrl any database: the engine wants a connection, but changes nothing
 */
export async function diffModels(databaseUrl: string, from: string | null, to: string): Promise<string> {
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from:
        from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [{ path: 'from.prisma', content: from }] },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: to }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  return withoutSchemaStatement(stdout ?? '')
}

/** `CREATE SCHEMA IF NOT EXISTS` needs a right on the database that managed services do not give, even when it exists. */
function withoutSchemaStatement(sql: string): string {
  const body = sql.replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/m, '').trim()
  return body === '-- This is an empty migration.' || body === '' ? '' : `${body}\n`
}
