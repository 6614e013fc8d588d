import type { PoolClient } from 'pg'

/** Notes when secrets got their present value; `now` in ms UTC. */
export async function setSecretsAt(
  client: PoolClient,
  id: number,
  names: readonly string[],
  now: number,
): Promise<void> {
  const at = new Date(now).toISOString()
  const set = JSON.stringify(Object.fromEntries(names.map((name) => [name, at])))
  await client.query(
    `UPDATE connection
        SET settings = settings || jsonb_build_object('secretsSetAt', coalesce(settings->'secretsSetAt', '{}') || $2::jsonb)
      WHERE id = $1`,
    [id, set],
  )
}
