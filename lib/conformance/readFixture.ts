import { readFile } from 'node:fs/promises'
import { fixture, type Fixture } from './fixture'

/** A fixture file, or the sentence that says why it is none. */
export async function readFixture(file: string): Promise<Fixture | { problem: string }> {
  const text = await readFile(file, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problem: `not JSON: ${(error as Error).message}` }
  }
  const result = fixture.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`)
  return { problem: `not a fixture: ${issues.join('; ')}` }
}
