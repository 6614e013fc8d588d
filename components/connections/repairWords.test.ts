import { expect, it } from 'vitest'
import { repairWords } from './repairWords'

it('says what each repair undoes', () => {
  expect(repairWords({ kind: 'origin', origin: 'https://hooks.example' })).toContain('https://hooks.example')
  expect(repairWords({ kind: 'path_prefix', prefix: '/x' })).toContain('“/x”')
  expect(repairWords({ kind: 'path_slash', slash: 'with' })).toContain('off the end')
  expect(repairWords({ kind: 'path_slash', slash: 'without' })).toContain('puts a slash')
  expect(repairWords({ kind: 'query_order', names: ['b', 'a'] })).toContain('b, a')
  expect(repairWords({ kind: 'body', form: 'json_compact' })).toContain('json compact')
  expect(repairWords({ kind: 'query_form', form: 'form_plus' })).toContain('form plus')
  expect(repairWords({ kind: 'clock', seconds: 90 })).toContain('behind by 90 s')
  expect(repairWords({ kind: 'clock', seconds: -90 })).toContain('ahead by 90 s')
})
