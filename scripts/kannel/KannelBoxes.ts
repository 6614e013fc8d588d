import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { freePort } from '@/test/app/freePort'
import { ChildProgram } from './ChildProgram'
import { until } from './until'

const START_MS = 20_000
/** Of the connection to the message centre; what Landed must show as route. */
export const ROUTE = 'lab-smpp'

interface Ports {
  admin: number
  box: number
  send: number
  smsc: number
}

/** Kannel's two programs, with a configuration of their own, on free ports of loopback. */
export class KannelBoxes {
  private constructor(
    private readonly programs: ChildProgram[],
    private readonly ports: Ports,
  ) {}

  /** Starts bearerbox and smsbox; `bound` resolves when bearerbox has reached the message centre. */
  static async start(folder: string, smscPort: number, bound: () => Promise<void>): Promise<KannelBoxes> {
    const ports = { admin: await freePort(), box: await freePort(), send: await freePort(), smsc: smscPort }
    const file = join(folder, 'kannel.conf')
    writeFileSync(file, configuration(ports, folder), { mode: 0o600 })
    const boxes = new KannelBoxes([], ports)
    try {
      await boxes.startBox('bearerbox', file, ports.box)
      await within(bound(), () => boxes.problem('bearerbox does not reach the message centre'))
      await boxes.startBox('smsbox', file, ports.send)
      return boxes
    } catch (error) {
      await boxes.stop()
      throw error
    }
  }

  /** Sends one text through Kannel's HTTP interface. Throws when it is not taken. */
  async send(text: { to: string; from: string; text: string; dlrUrl: string }): Promise<void> {
    const query = new URLSearchParams({
      username: 'lab',
      password: 'lab',
      to: text.to,
      from: text.from,
      text: text.text,
      'dlr-mask': '31',
      'dlr-url': text.dlrUrl,
    })
    const reply = await fetch(`http://127.0.0.1:${this.ports.send}/cgi-bin/sendsms?${query.toString()}`)
    if (reply.status !== 202) throw new Error(`Kannel does not take the text: ${reply.status} ${await reply.text()}`)
  }

  async stop(): Promise<void> {
    for (const program of [...this.programs].reverse()) await program.stop()
  }

  private async startBox(name: string, file: string, port: number): Promise<void> {
    const program = ChildProgram.start(name, name, [file])
    this.programs.push(program)
    const listening = async () => {
      program.requireRunning()
      return (await answers(port)) || undefined
    }
    await until(listening, START_MS, () => this.problem(`${name} does not listen`))
  }

  private problem(what: string): string {
    return `${what}:\n${this.programs.map(({ name, lastWords }) => `${name}: ${lastWords}`).join('\n')}`
  }
}

function within(promise: Promise<void>, problem: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(problem())), START_MS)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => done(true)).once('error', () => done(false))
  })
}

function configuration(ports: Ports, folder: string): string {
  return `group = core
admin-port = ${ports.admin}
admin-interface = 127.0.0.1
admin-password = lab
admin-deny-ip = "*.*.*.*"
admin-allow-ip = "127.0.0.1"
smsbox-port = ${ports.box}
smsbox-interface = 127.0.0.1
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"
log-file = "${folder}/bearerbox.log"
log-level = 1
dlr-storage = internal

group = smsc
smsc = smpp
smsc-id = ${ROUTE}
host = 127.0.0.1
port = ${ports.smsc}
transceiver-mode = true
smsc-username = lab
smsc-password = lab
system-type = ""
source-addr-autodetect = true
reconnect-delay = 1

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${ports.box}
sendsms-port = ${ports.send}
sendsms-interface = 127.0.0.1
log-file = "${folder}/smsbox.log"
log-level = 1
http-request-retry = 3
http-queue-delay = 1

group = sendsms-user
username = lab
password = lab
user-deny-ip = "*.*.*.*"
user-allow-ip = "127.0.0.1"

group = sms-service
keyword = default
max-messages = 0
text = "none"
`
}
