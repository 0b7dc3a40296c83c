import type { CompiledQuery, QueryResult } from 'kysely'
import type pg from 'pg'

/** Runs a text of one or more statements on a connection; each has its result. */
export function run(client: pg.PoolClient, text: string): Promise<pg.QueryResult[]> {
  return new Promise((resolve, reject) => {
    // The driver's own promise keeps every result alive until the next full collection, which makes each small
    // collection take ten milliseconds instead of a fifth of one; its callback does not.
    client.query(text, (error: Error | null, result: pg.QueryResult | pg.QueryResult[]) => {
      if (error) reject(error)
      else resolve(Array.isArray(result) ? result : [result])
    })
  })
}

interface Waiting {
  readonly statement: Pick<CompiledQuery, 'sql' | 'parameters'>
  readonly resolve: (result: pg.QueryResult) => void
  readonly reject: (error: unknown) => void
}

/**
 * The statements of one transaction. Those that are issued in one turn leave in one message and come back in one: a
 * message costs the two processes more than most statements do. Each is prepared once on its connection.
 */
export class Batch {
  readonly #client: pg.PoolClient
  readonly #opening: readonly string[]
  #opened = false
  #ended = false
  readonly #waiting: Waiting[] = []

  constructor(client: pg.PoolClient, opening: readonly string[]) {
    this.#client = client
    this.#opening = opening
  }

  async run<R>(statement: Waiting['statement']): Promise<QueryResult<R>> {
    // A transaction that somebody kept would run inside the next one of the same connection: another tenant's.
    if (this.#ended) throw new Error('This transaction has ended')
    const result = await new Promise<pg.QueryResult>((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#send())
      this.#waiting.push({ statement, resolve, reject })
    })
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }

  /** Ends the transaction by `commit` or `rollback`; one in which nothing was done needs neither. */
  async end(by: 'commit' | 'rollback'): Promise<void> {
    this.#ended = true
    // What was issued and not awaited must not leave after the end: the connection is another transaction's then.
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('This transaction has ended'))
    if (!this.#opened) return
    const [result] = await run(this.#client, by)
    // PostgreSQL answers the commit of a failed transaction with ROLLBACK and no error.
    if (result?.command.toLowerCase() !== by) throw new Error('The transaction was rolled back')
  }

  #send(): void {
    const sent = this.#waiting.splice(0)
    if (sent.length === 0) return
    const opening = this.#opened ? [] : this.#opening
    this.#opened = true
    const { names, ready } = prepared(
      this.#client,
      sent.map(({ statement }) => statement.sql),
    )
    const texts = sent.map(({ statement }, at) => execution(names[at] ?? '', statement.parameters))
    const answered = run(this.#client, [...opening, ...texts].join(';'))
    both(ready, answered).then(
      results => {
        for (const [at, { resolve, reject }] of sent.entries()) {
          const result = results[opening.length + at]
          if (result) resolve(result)
          else reject(new Error('A statement was not answered'))
        }
      },
      error => {
        for (const { reject } of sent) reject(error)
      },
    )
  }
}

/** The answer, or why preparing failed: that is the cause, and the answer then only says that a name is missing. */
export async function both<T>(ready: Promise<unknown>, answered: Promise<T>): Promise<T> {
  answered.catch(() => undefined)
  await ready
  return answered
}

/** `execute` with the parameters as literals of the types that the statement was prepared with. */
export function execution(name: string, parameters: readonly unknown[]): string {
  return parameters.length === 0 ? `execute ${name}` : `execute ${name}(${parameters.map(literal).join()})`
}

const preparedOn = new WeakMap<pg.PoolClient, Map<string, string>>()
const preparedAtMost = 500
let made = 0

/**
 * Names of the statements on this connection. Those that are new to it are prepared by a message of their own that goes
 * before, so that a statement which fails leaves no doubt about which names exist.
 */
export function prepared(
  client: pg.PoolClient,
  texts: readonly string[],
): { readonly names: readonly string[]; readonly ready: Promise<unknown> } {
  const known = preparedOn.get(client) ?? new Map<string, string>()
  preparedOn.set(client, known)
  const preparing: string[] = []
  if (known.size + texts.length > preparedAtMost) {
    known.clear()
    preparing.push('deallocate all')
  }
  const names = texts.map(text => {
    const name = known.get(text)
    if (name !== undefined) return name
    made += 1
    const next = `s${made}`
    known.set(text, next)
    preparing.push(`prepare ${next} as ${text}`)
    return next
  })
  if (preparing.length === 0) return { names, ready: Promise.resolve() }
  const ready = run(client, preparing.join(';')).catch((error: unknown) => {
    // Which of them exist is not known: their names are never used again.
    for (const text of texts) known.delete(text)
    throw error
  })
  return { names, ready }
}

/** A parameter as an untyped literal: the prepared statement knows its type. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return `'${value.toISOString()}'`
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  if (Array.isArray(value)) return quoted(arrayText(value))
  return quoted(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

/** As the driver's own escaping, which takes texts letter by letter: bodies of a batch are a megabyte together. */
function quoted(text: string): string {
  const doubled = text.replaceAll("'", "''")
  return doubled.includes('\\') ? ` E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`
}

/** An array in PostgreSQL's own form. */
function arrayText(values: readonly unknown[]): string {
  const items = values.map(value => {
    if (value === null || value === undefined) return 'NULL'
    return `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  })
  return `{${items.join()}}`
}
