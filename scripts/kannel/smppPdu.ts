/** The few SMPP 3.4 commands that a short message centre needs. */
export const COMMAND = {
  bindReceiver: 0x01,
  bindTransmitter: 0x02,
  submitSm: 0x04,
  deliverSm: 0x05,
  unbind: 0x06,
  bindTransceiver: 0x09,
  enquireLink: 0x15,
} as const
/** Set in the id of every answer. */
export const ANSWER = 0x80000000
const HEADER = 16

export interface Pdu {
  command: number
  status: number
  sequence: number
  body: Buffer
}

export function encodePdu({ command, status, sequence, body }: Pdu): Buffer {
  const header = Buffer.alloc(HEADER)
  header.writeUInt32BE(HEADER + body.length, 0)
  header.writeUInt32BE(command, 4)
  header.writeUInt32BE(status, 8)
  header.writeUInt32BE(sequence, 12)
  return Buffer.concat([header, body])
}

/** The whole PDUs at the beginning of what has arrived, and what is left of it. */
export function decodePdus(bytes: Buffer): { pdus: Pdu[]; rest: Buffer } {
  const pdus: Pdu[] = []
  let rest = bytes
  while (rest.length >= HEADER && rest.length >= rest.readUInt32BE(0)) {
    const length = Math.max(HEADER, rest.readUInt32BE(0))
    pdus.push({
      command: rest.readUInt32BE(4),
      status: rest.readUInt32BE(8),
      sequence: rest.readUInt32BE(12),
      body: rest.subarray(HEADER, length),
    })
    rest = rest.subarray(length)
  }
  return { pdus, rest }
}

/** A text that ends in a zero byte. */
export function cString(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'latin1')
}

export interface Submit {
  source: string
  destination: string
  wantsReceipt: boolean
  text: string
}

/** What a submit_sm asks for. */
export function readSubmit(body: Buffer): Submit {
  let at = 0
  const string = (): string => {
    const end = body.indexOf(0, at)
    const text = body.toString('latin1', at, end)
    at = end + 1
    return text
  }
  string() // service_type
  at += 2 // type and plan of the source
  const source = string()
  at += 2
  const destination = string()
  at += 3 // esm_class, protocol_id, priority_flag
  string() // schedule_delivery_time
  string() // validity_period
  const wantsReceipt = (body[at] ?? 0) !== 0
  at += 4 // registered_delivery, replace_if_present_flag, data_coding, sm_default_msg_id
  const length = body[at] ?? 0
  return { source, destination, wantsReceipt, text: body.toString('latin1', at + 1, at + 1 + length) }
}

export interface Tlv {
  tag: number
  value: Buffer
}

/** The body of a deliver_sm that is a delivery receipt: from the handset, to the sender of the text. */
export function receiptBody(submit: Submit, text: string, tlvs: readonly Tlv[]): Buffer {
  const RECEIPT = 0x04
  return Buffer.concat([
    cString(''),
    Buffer.from([1, 1]),
    cString(submit.destination),
    Buffer.from([0, 1]),
    cString(submit.source),
    Buffer.from([RECEIPT, 0, 0]),
    cString(''),
    cString(''),
    Buffer.from([0, 0, 0, 0, text.length]),
    Buffer.from(text, 'latin1'),
    ...tlvs.map(encodeTlv),
  ])
}

function encodeTlv({ tag, value }: Tlv): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(tag, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value])
}
