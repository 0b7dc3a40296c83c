import { connect, type Socket } from 'node:net'

/** What came back for one request. */
export interface Answered {
  readonly status: number
  /** From `ETag: "v7"`, where the server tells one. */
  readonly version: number | undefined
  readonly text: () => string
}

const headEnd = Buffer.from('\r\n\r\n')

/**
 * One keep-alive connection, one request at a time, on a bare socket: a load generator must cost less than what
 * it loads, on a machine of two cores.
 */
export class LoadConnection {
  readonly #socket: Socket
  #received: Buffer[] = []
  #length = 0
  #expected: number | undefined
  #resolve: ((answer: Answered) => void) | undefined
  #reject: ((error: Error) => void) | undefined

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1')
    this.#socket.setNoDelay(true)
    this.#socket.on('data', chunk => this.#take(chunk))
    this.#socket.on('error', error => this.#reject?.(error))
    this.#socket.on('close', () => this.#reject?.(new Error('The server closed the connection')))
  }

  send(request: Buffer): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#reject = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk)
    this.#length += chunk.length
    this.#expected ??= this.#wholeLength()
    if (this.#expected === undefined || this.#length < this.#expected) return
    const whole = Buffer.concat(this.#received)
    this.#received = []
    this.#length = 0
    this.#expected = undefined
    this.#resolve?.(answered(whole))
  }

  /** Length of head and body, once the head is here. Our servers always tell the length. */
  #wholeLength(): number | undefined {
    const soFar = this.#received.length === 1 ? this.#received[0] : Buffer.concat(this.#received)
    const end = soFar?.indexOf(headEnd) ?? -1
    if (soFar === undefined || end < 0) return undefined
    const length = /\r\ncontent-length: *(\d+)/i.exec(soFar.toString('latin1', 0, end))?.[1]
    return end + headEnd.length + Number(length ?? 0)
  }
}

function answered(whole: Buffer): Answered {
  const end = whole.indexOf(headEnd)
  const head = whole.toString('latin1', 0, end)
  const version = /\r\netag: *"v(\d+)"/i.exec(head)?.[1]
  return {
    status: Number(head.slice(9, 12)),
    version: version === undefined ? undefined : Number(version),
    text: () => whole.toString('utf8', end + headEnd.length),
  }
}
