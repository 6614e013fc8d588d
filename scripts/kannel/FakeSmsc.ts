import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { SCENARIOS } from './scenarios'
import {
  ANSWER,
  COMMAND,
  cString,
  decodePdus,
  encodePdu,
  type Pdu,
  readSubmit,
  receiptBody,
  type Submit,
} from './smppPdu'

const FIRST_ID = 4_711_000
const UNKNOWN_COMMAND = 0x03
const GENERIC_NACK = 0x80000000

/**
 * A short message centre of the size of a thimble: SMPP 3.4 on loopback. Does with each text what the scenario says that
 * the text names.
 */
export class FakeSmsc {
  private readonly server: Server
  private readonly sockets = new Set<Socket>()
  private readonly bound: Promise<void>
  private sawBind: () => void = () => undefined
  private nextId = FIRST_ID
  private sequence = 1

  constructor() {
    this.bound = new Promise((resolve) => (this.sawBind = resolve))
    this.server = createServer((socket) => this.serve(socket))
  }

  /** Listens on a free port of loopback, and returns it. */
  async start(): Promise<number> {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    return (this.server.address() as AddressInfo).port
  }

  /** Resolves once a gateway has logged in. */
  untilBound(): Promise<void> {
    return this.bound
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    this.server.close()
    await once(this.server, 'close')
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket)
    let waiting: Buffer = Buffer.alloc(0)
    socket.on('close', () => this.sockets.delete(socket))
    // A gateway that is stopped may break the line.
    socket.on('error', () => socket.destroy())
    socket.on('data', (bytes) => {
      const { pdus, rest } = decodePdus(Buffer.concat([waiting, bytes]))
      waiting = rest
      for (const pdu of pdus) this.handle(socket, pdu)
    })
  }

  private handle(socket: Socket, pdu: Pdu): void {
    switch (pdu.command) {
      case COMMAND.bindReceiver:
      case COMMAND.bindTransmitter:
      case COMMAND.bindTransceiver:
        answer(socket, pdu, 0, cString('fake'))
        return this.sawBind()
      case COMMAND.submitSm:
        return this.submit(socket, pdu)
      case COMMAND.enquireLink:
      case COMMAND.unbind:
        return answer(socket, pdu, 0)
      default:
        // Answers to our receipts need no answer.
        if (pdu.command < ANSWER)
          socket.write(encodePdu({ ...pdu, command: GENERIC_NACK, status: UNKNOWN_COMMAND, body: Buffer.alloc(0) }))
    }
  }

  private submit(socket: Socket, pdu: Pdu): void {
    const submit = readSubmit(pdu.body)
    const scenario = SCENARIOS.find(({ name }) => name === submit.text)
    if (!scenario || scenario.submitStatus !== 0) return answer(socket, pdu, scenario?.submitStatus ?? UNKNOWN_COMMAND)
    const id = String(this.nextId++)
    answer(socket, pdu, 0, cString(id))
    // After the answer, always: Kannel knows a receipt by the id that the answer names.
    if (scenario.receipt && submit.wantsReceipt) this.sendReceipt(socket, submit, scenario.receipt, id)
  }

  private sendReceipt(
    socket: Socket,
    submit: Submit,
    { text, tlvs }: NonNullable<(typeof SCENARIOS)[number]['receipt']>,
    id: string,
  ): void {
    const body = receiptBody(submit, text(id), tlvs(id))
    socket.write(encodePdu({ command: COMMAND.deliverSm, status: 0, sequence: this.sequence++, body }))
  }
}

function answer(socket: Socket, pdu: Pdu, status: number, body: Buffer = Buffer.alloc(0)): void {
  socket.write(encodePdu({ command: pdu.command + ANSWER, status, sequence: pdu.sequence, body }))
}
