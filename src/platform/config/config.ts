import { type FilesConfig, filesOf } from './files.ts'
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
  /** The demo has its providers and people only: for trying imports. */
  readonly emptyDemo: boolean
  /** Where browsers find the service, as they write it. */
  readonly publicUrl: string
  /** Another OpenID provider than the demo's own. With it the demo's personas are off. */
  readonly openId:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
    | undefined
  /** The claim in which the OpenID provider tells the groups of who signs in. */
  readonly groupsClaim: string
  /** The claim in which the OpenID provider tells the learner number; undefined where it tells none. */
  readonly studentClaim: string | undefined
  /** Requests a minute for one session, key or address. */
  readonly requestsPerMinute: number
  /** Whether a proxy of ours stands before us and tells the caller's address. */
  readonly trustProxy: boolean
  /** Under which passwords of services are encrypted; without it the embedded database's folder holds one. */
  readonly secretKey: string | undefined
  /** How we name ourselves to the national services. */
  readonly callerId: string
  /** Whether providers may name addresses of this machine and of private networks: so that the demo can try fakes. */
  readonly privateAddresses: boolean
  /** The SMTP server by which mail leaves, and whom it comes from; without it no mail is sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined
  /** Where the files of students are kept; a folder of the data where nothing is said. */
  readonly files: FilesConfig
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

function demoOf(text: string | undefined): { readonly demo: boolean; readonly emptyDemo: boolean } {
  if (text === undefined || text === '' || text === 'on') return { demo: true, emptyDemo: false }
  if (text === 'off') return { demo: false, emptyDemo: false }
  if (text === 'empty') return { demo: true, emptyDemo: true }
  throw new StartFailure(`DEMO is "${text}": it may be on, off or empty.`)
}

function switchOf(name: string, text: string | undefined, usual: boolean): boolean {
  if (text === undefined || text === '') return usual
  if (text === 'on' || text === 'off') return text === 'on'
  throw new StartFailure(`${name} is "${text}": it may be on or off.`)
}

const secretKeyLength = 32

function secretKeyOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (text.length >= secretKeyLength) return text
  throw new StartFailure(
    `SECRET_KEY is too short: give ${secretKeyLength} random letters or more (openssl rand -base64 32).`,
  )
}

// No organisation's own: who serves an installation names itself by its OID, as the national services ask.
const usualCallerId = '1.2.246.562.99.yhdessa'

function callerIdOf(text: string | undefined): string {
  if (text === undefined || text === '') return usualCallerId
  if (/^[\w.:-]{1,100}$/.test(text)) return text
  throw new StartFailure('CALLER_ID may hold letters, digits, dots, colons and dashes: OID.system.')
}

function publicUrlOf(text: string | undefined, port: number): string {
  if (text === undefined || text === '') return `http://localhost:${port}`
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new StartFailure(`PUBLIC_URL is "${text}", which is not an http or https address.`)
}

function openIdOf(environment: Environment): Config['openId'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret) {
    throw new StartFailure(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three.',
    )
  }
  if (!URL.canParse(issuer)) throw new StartFailure(`OIDC_ISSUER is "${issuer}", which is not an address.`)
  return { issuer, clientId, clientSecret }
}

function mailOf({ MAIL_FROM: from, SMTP_URL: smtpUrl }: Environment): Config['mail'] {
  if (!smtpUrl && !from) return undefined
  if (!smtpUrl || !from) throw new StartFailure('SMTP_URL and MAIL_FROM belong together: set both.')
  // The address holds a password: it is not repeated.
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol))
    throw new StartFailure('SMTP_URL is not the address of an SMTP server (smtps://user:password@host:465).')
  if (!/^[^\s@]+@[^\s@<>]+$|^[^<>@]+ <[^\s@<>]+@[^\s@<>]+>$/.test(from))
    throw new StartFailure(`MAIL_FROM is "${from}": give an e-mail address, or Name <address>.`)
  return { smtpUrl, from }
}

function countOf(name: string, text: string | undefined, usual: number): number {
  if (text === undefined || text === '') return usual
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new StartFailure(`${name} is "${text}": it must be a whole number above 0.`)
}

/** @throws StartFailure naming the variable that is wrong. */
export function readConfig(environment: Environment): Config {
  const port = portOf(environment.PORT)
  const { demo, emptyDemo } = demoOf(environment.DEMO)
  const openId = openIdOf(environment)
  return {
    port,
    host: environment.HOST || 'localhost',
    databaseUrl: databaseUrlOf(environment.DATABASE_URL),
    demo,
    emptyDemo,
    publicUrl: publicUrlOf(environment.PUBLIC_URL, port),
    openId,
    groupsClaim: environment.OIDC_GROUPS_CLAIM || 'groups',
    studentClaim: environment.OIDC_STUDENT_CLAIM || undefined,
    requestsPerMinute: countOf('REQUESTS_PER_MINUTE', environment.REQUESTS_PER_MINUTE, 600),
    trustProxy: environment.TRUST_PROXY === 'on',
    secretKey: secretKeyOf(environment.SECRET_KEY),
    callerId: callerIdOf(environment.CALLER_ID),
    privateAddresses: switchOf(
      'PRIVATE_ADDRESSES',
      environment.PRIVATE_ADDRESSES,
      demo && openId === undefined,
    ),
    mail: mailOf(environment),
    files: filesOf(environment),
  }
}
