import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { needs, verify } from './verify'

/**
 * AWS End User Messaging SMS (Pinpoint SMS and voice v2) through SNS, and the two older sources through a forwarder.
 */
export const aws: Adapter = {
  id: 'aws',
  name: 'AWS End User Messaging SMS',
  methods: ['POST'],
  secrets: [
    {
      name: 'topicArns',
      label: 'Topic ARNs',
      help:
        'ARN of the SNS topic, as shown in the SNS console under Topics (arn:aws:sns:…); several are separated by commas. ' +
        'Signed messages of other topics are then refused. Empty: any topic whose subscription knows the token of the URL.',
      required: false,
      setting: true,
    },
    {
      name: 'token',
      label: 'URL token',
      help:
        'Last part of the callback URL. It is what proves a callback while no topic is listed, with raw message delivery, ' +
        'and for records that a forwarder of your own posts.',
      required: false,
      generated: true,
    },
    {
      name: 'username',
      label: 'User name',
      help: 'Only instead of the token, when the endpoint of the subscription is written https://user:password@….',
      required: false,
    },
    {
      name: 'password',
      label: 'Password',
      help: 'Belongs to the user name in the endpoint of the subscription.',
      required: false,
    },
    {
      name: 'maxAgeSeconds',
      label: 'Oldest accepted message, seconds',
      help: 'How old a signed SNS message may be. Empty: 15 days, as long as a dead-letter queue can keep one.',
      required: false,
      setting: true,
    },
  ],
  proof: 'signature',
  setup:
    'In the AWS console give your configuration set (End User Messaging SMS, Configuration sets) an event destination to an ' +
    'SNS topic, and in SNS create a subscription of that topic: protocol HTTPS, endpoint this URL, raw message delivery off. ' +
    'Landed confirms it by itself. Name the configuration set with every send, and put your own id into its context as "reference".',
  urlSuffix: '/{secret:token}',
  needs,
  verify,
  parse,
  reply: { status: 200, body: '' },
  // SNS sends the user name and password of its endpoint only when asked.
  challenge: { 'www-authenticate': 'Basic realm="Landed", charset="UTF-8"' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
