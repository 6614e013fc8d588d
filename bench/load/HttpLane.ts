import { connect, type Socket } from 'node:net'

/** One keep-alive connection with one request at a time. Raw sockets: node's own client costs more than the server under test. */
export class HttpLane {
  private buffer = ''
  private answered: ((status: number) => void) | null = null
  private failed: ((error: Error) => void) | null = null

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => this.onData(chunk))
    socket.on('error', (error) => this.fail(error))
    socket.on('close', () => this.fail(new Error('The server closed the connection.')))
  }

  static open(port: number): Promise<HttpLane> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('error', reject)
      socket.once('connect', () => resolve(new HttpLane(socket)))
    })
  }

  /** Sends a whole request; resolves with the status once the whole reply is here. */
  send(request: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.answered = resolve
      this.failed = reject
      this.socket.write(request, 'latin1')
    })
  }

  close(): void {
    this.failed = null
    this.socket.destroy()
  }

  private onData(chunk: string): void {
    this.buffer += chunk
    const headEnd = this.buffer.indexOf('\r\n\r\n')
    if (headEnd < 0 || !this.isComplete(headEnd)) return
    const status = Number(this.buffer.slice(9, 12))
    this.buffer = ''
    const { answered } = this
    this.answered = this.failed = null
    answered?.(status)
  }

  private isComplete(headEnd: number): boolean {
    const head = this.buffer.slice(0, headEnd).toLowerCase()
    const body = this.buffer.length - headEnd - 4
    const length = /\r\ncontent-length: (\d+)/.exec(head)
    if (length) return body >= Number(length[1])
    if (head.includes('\r\ntransfer-encoding: chunked')) return this.buffer.endsWith('0\r\n\r\n')
    return true
  }

  private fail(error: Error): void {
    const { failed } = this
    this.answered = this.failed = null
    failed?.(error)
  }
}
