import { StartFailure } from './start-failure.ts'

/** Everything that the environment may say. Read once, at start; nothing else reads the environment. */
export interface Config {
  readonly port: number
  /** The address to listen on: the machine itself unless told otherwise. */
  readonly host: string
  /** A PostgreSQL of one's own (its owner's address); without it the embedded one runs. */
  readonly databaseUrl: string | undefined
  /** Whether an empty database is given the demo world. */
  readonly demo: boolean
  /** Where browsers find the service, as they write it. */
  readonly publicUrl: string
}

type Environment = Readonly<Record<string, string | undefined>>

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 3000
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartFailure(`PORT is "${text}", which is not a port number (0 to 65535).`)
}

function databaseUrlOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text
  // The address holds a password: it is not repeated.
  throw new StartFailure(
    'DATABASE_URL is not the address of a PostgreSQL (postgresql://user@host:5432/name).',
  )
}

function demoOf(text: string | undefined): boolean {
  if (text === undefined || text === '' || text === 'on') return true
  if (text === 'off') return false
  throw new StartFailure(`DEMO is "${text}": it may be on or off.`)
}

function publicUrlOf(text: string | undefined, port: number): string {
  if (text === undefined || text === '') return `http://localhost:${port}`
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new StartFailure(`PUBLIC_URL is "${text}", which is not an http or https address.`)
}

/** @throws StartFailure naming the variable that is wrong. */
export function readConfig(environment: Environment): Config {
  const port = portOf(environment.PORT)
  return {
    port,
    host: environment.HOST || 'localhost',
    databaseUrl: databaseUrlOf(environment.DATABASE_URL),
    demo: demoOf(environment.DEMO),
    publicUrl: publicUrlOf(environment.PUBLIC_URL, port),
  }
}
