import type { Message } from '@/lib/contracts/message'
import type { Tlv } from './smppPdu'

/** What the message centre does with a text, and what Landed must say of it in the end. */
export interface Scenario {
  /** The words of the text: by them the message centre knows what to do. */
  name: string
  /** Answer to the submit; 0 takes it. */
  submitStatus: number
  /** The receipt that follows, if one does. */
  receipt: { text: (id: string) => string; tlvs: (id: string) => Tlv[] } | null
  expected: Pick<Message, 'status' | 'errorCode' | 'failureClass' | 'rawStatus'>
}

const byText = (stat: string, err: string): Scenario['receipt'] => ({
  text: (id) =>
    `id:${id} sub:001 dlvrd:${stat === 'DELIVRD' ? '001' : '000'} submit date:2603021015 done date:2603021016 ` +
    `stat:${stat} err:${err} text:stat:DELIVRD`,
  tlvs: () => [],
})
const taken = { submitStatus: 0 }
const code = (
  rawStatus: string,
  status: Message['status'],
  errorCode: string | null,
  failureClass: Message['failureClass'],
) => ({
  rawStatus,
  status,
  errorCode,
  failureClass,
})

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'delivered',
    ...taken,
    receipt: byText('DELIVRD', '000'),
    expected: code('DELIVRD', 'delivered', null, null),
  },
  {
    name: 'unknown subscriber',
    ...taken,
    receipt: byText('UNDELIV', '001'),
    expected: code('UNDELIV', 'undelivered', '001', 'invalid_number'),
  },
  {
    name: 'expired',
    ...taken,
    receipt: byText('EXPIRED', '027'),
    expected: code('EXPIRED', 'expired', '027', 'unreachable_handset'),
  },
  {
    name: 'rejected by receipt',
    ...taken,
    receipt: byText('REJECTD', '013'),
    expected: code('REJECTD', 'rejected', '013', 'recipient_blocked'),
  },
  {
    name: 'deleted',
    ...taken,
    receipt: byText('DELETED', '000'),
    expected: code('DELETED', 'failed', null, 'unknown'),
  },
  {
    name: 'outcome unknown',
    ...taken,
    receipt: byText('UNKNOWN', '000'),
    expected: code('UNKNOWN', 'unknown', null, 'unknown'),
  },
  {
    name: 'still on its way',
    ...taken,
    receipt: byText('ENROUTE', '000'),
    expected: code('ENROUTE', 'sent', null, null),
  },
  { name: 'no receipt', ...taken, receipt: null, expected: code('ACK', 'sent', null, null) },
  {
    // network_error_code: network type 3 (GSM), code 144, a byte that is no UTF-8.
    name: 'receipt without a text',
    ...taken,
    receipt: {
      text: () => '',
      tlvs: (id) => [
        { tag: 0x001e, value: Buffer.from(`${id}\0`) },
        { tag: 0x0427, value: Buffer.from([5]) },
        { tag: 0x0423, value: Buffer.from([3, 0, 144]) },
      ],
    },
    expected: code('d=2', 'undelivered', '144', 'invalid_number'),
  },
  {
    name: 'refused at once',
    submitStatus: 0x0b,
    receipt: null,
    expected: code('NACK', 'rejected', '0x0000000b', 'invalid_number'),
  },
]
