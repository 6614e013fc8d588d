import { expect, it } from 'vitest'
import { findProviders } from './findProviders'

const provider = (id: string, name: string) => ({
  id,
  name,
  setup: '',
  urlSuffix: null,
  proof: 'token' as const,
  secrets: [],
})
const all = [
  provider('vonage-sms', 'Vonage SMS API'),
  provider('bulksms', 'BulkSMS'),
  provider('aws', 'AWS End User Messaging SMS'),
  provider('smpp', 'SMPP over HTTP'),
]
const find = (search: string) => findProviders(all, search).map(({ id }) => id)

it('finds by every word of the name or id, what begins with it first', () => {
  expect(find('')).toEqual(['aws', 'bulksms', 'smpp', 'vonage-sms'])
  expect(find('sms')).toEqual(['aws', 'bulksms', 'vonage-sms'])
  expect(find('SM')).toEqual(['smpp', 'aws', 'bulksms', 'vonage-sms'])
  expect(find('sms  vonage')).toEqual(['vonage-sms'])
  expect(find('pigeon')).toEqual([])
})
