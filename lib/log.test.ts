import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { projectRoot } from '@/lib/projectRoot'

/** The logger writes to the descriptor itself, so its output is only seen from outside its process. */
function logged(statement: string): Record<string, unknown> {
  const script = `const { log } = await import('@/lib/log'); ${statement}`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: projectRoot(), encoding: 'utf8' })) as never
}

it('writes one line with masked numbers, errors and messages', () => {
  const line = logged(`log.error({ err: new Error('to +447700900123'), authToken: 'x' }, 'no way to +447700900123')`)
  expect(line).toMatchObject({
    level: 'error',
    msg: 'no way to +44…23',
    authToken: '[secret]',
    err: { type: 'Error', message: 'to +44…23' },
  })
})

it.each(['', '{ err: '])('does not show an error without a message unmasked (%s)', (open) => {
  expect(JSON.stringify(logged(`log.warn(${open}new Error('to +447700900123')${open && '}'})`))).not.toContain(
    '7700900123',
  )
})
