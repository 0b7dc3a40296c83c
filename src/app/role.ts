import { parseArgs } from 'node:util'
import { providerFor } from '../features/providers/public.ts'
import { findPersonId, listHolders } from '../features/roles/queries.ts'
import { type StaffRole, staffRoles } from '../features/roles/rules-names.ts'
import { invite, revoke } from '../features/roles/service.ts'
import type { System } from '../platform/access/actor.ts'
import { installation } from '../platform/access/installation.ts'
import { StartFailure } from '../platform/config/start-failure.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { read, write } from '../platform/db/door.ts'
import { AppError } from '../platform/http/error.ts'
import { isLanguage } from '../platform/i18n/language.ts'
import type { Uuid } from '../platform/ids.ts'

const usage = `Usage:
  npm run yhdessa -- role grant ROLE --subject S [--issuer I] [--name N] [--language fi|sv|en] PLACE
  npm run yhdessa -- role revoke ROLE --subject S [--issuer I] PLACE
  npm run yhdessa -- role list PLACE
PLACE is --provider OID, or --installation: its administrators keep what all providers share.
ROLE is one of ${staffRoles.join(', ')}.`

type Say = (line: string) => void

/**
 * Gives, takes and lists roles from the command line.
 *
 * @param usualIssuer Of the installation's OpenID provider, or the demo's; undefined where neither is set.
 * @returns the exit code.
 */
export async function runRole(
  url: string,
  args: string[],
  usualIssuer: string | undefined,
  say: Say = console.log,
): Promise<number> {
  const order = readOrder(args, usualIssuer)
  if (order === undefined) {
    console.error(usage)
    return 2
  }
  const database = openDatabase(url, { connections: 1 })
  try {
    const providerId = await placeOf(database, order.provider)
    await order.run(database, { kind: 'system', source: 'command', providerId }, say)
    return 0
  } finally {
    await database.close()
  }
}

interface Order {
  /** Undefined means the installation. */
  readonly provider: string | undefined
  run(database: Database, actor: System, say: Say): Promise<void>
}

const text = { type: 'string' } as const
const options = {
  ...{ subject: text, issuer: text, name: text, language: text, provider: text },
  installation: { type: 'boolean' },
} as const

function readOrder(args: string[], usualIssuer: string | undefined): Order | undefined {
  const read = parse(args)
  if (read === undefined) return undefined
  const { positionals, values } = read
  const [action, role, ...more] = positionals
  const {
    installation: shared = false,
    issuer = usualIssuer,
    language = 'fi',
    name,
    provider,
    subject,
  } = values
  if (shared === (provider !== undefined) || more.length > 0) return undefined
  if (action === 'list')
    return role === undefined && subject === undefined ? { provider, run: list } : undefined
  if ((action !== 'grant' && action !== 'revoke') || subject === undefined || subject.trim() === '')
    return undefined
  if (role === undefined || !isStaffRole(role)) return undefined
  if (shared && role !== 'administrator')
    throw new StartFailure('At the installation there are administrators only.')
  // A person of no OpenID provider could never sign in.
  if (issuer === undefined)
    throw new StartFailure('Whose subject is it? Set OIDC_ISSUER as the service has it, or give --issuer.')
  if (!isLanguage(language)) throw new StartFailure(`--language is "${language}": it may be fi, sv or en.`)
  const wanted = { issuer, subject: subject.trim(), name, language, role }
  const run = action === 'grant' ? grantTo : revokeFrom
  return { provider, run: (database, actor, say) => run(database, actor, wanted, say) }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch {
    return undefined
  }
}

const isStaffRole = (role: string): role is StaffRole => staffRoles.some(known => known === role)

async function placeOf(database: Database, oid: string | undefined): Promise<Uuid> {
  if (oid === undefined) return installation
  const provider = await providerFor(database, oid)
  if (provider === undefined) throw new StartFailure(`There is no provider with the OID ${oid}.`)
  return provider.id
}

interface Wanted {
  readonly issuer: string
  readonly subject: string
  readonly name: string | undefined
  readonly language: 'fi' | 'sv' | 'en'
  readonly role: StaffRole
}

async function grantTo(database: Database, actor: System, wanted: Wanted, say: Say): Promise<void> {
  const { issuer, language, name, role, subject } = wanted
  const holder = await write(database, actor.providerId, async transaction => {
    const known = await findPersonId(transaction, issuer, subject)
    if (known === undefined && !name?.trim()) {
      throw new StartFailure(`${subject} is not known yet: tell the name too (--name "Aino Esimerkki").`)
    }
    const person = { subject, name: name ?? subject, language, roles: [role] }
    return invite(transaction, { actor, now: new Date() }, issuer, person)
  })
  say(`${holder.name} (${holder.subject} of ${issuer}): ${holder.roles.map(held => held.role).join(', ')}`)
}

async function revokeFrom(database: Database, actor: System, wanted: Wanted, say: Say): Promise<void> {
  const { issuer, role, subject } = wanted
  await write(database, actor.providerId, async transaction => {
    const personId = await findPersonId(transaction, issuer, subject)
    if (personId === undefined) throw new StartFailure(`${issuer} has told of no ${subject} here.`)
    const audit = { actor, now: new Date() }
    await revoke(transaction, audit, { personId, role, confirmed: true }).catch(whyNot)
  })
  say('The role is taken away. Running servers notice it within ten seconds.')
}

function whyNot(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'roles.last-administrator')
    throw new StartFailure('This is the last administrator there: give the role to somebody else first.')
  throw new StartFailure('That person does not hold the role there.')
}

async function list(database: Database, { providerId }: System, say: Say): Promise<void> {
  const rows = await read(database, null, transaction =>
    listHolders(transaction, providerId, { limit: 100_000 }),
  )
  for (const { name, roles, subject } of rows)
    for (const { origin, role } of roles) say([role, origin, subject, name].join('  '))
}
