import { parseArgs } from 'node:util'
import { isBusinessId, isOrganisationOid } from '../features/identifiers/rules.ts'
import { addProvider, listProviders, type NewProvider } from '../features/providers/public.ts'
import { StartFailure } from '../platform/config/start-failure.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { read } from '../platform/db/door.ts'
import { isLanguage } from '../platform/i18n/language.ts'

const usage = `Usage:
  npm run yhdessa -- provider add OID NAME [--sv NAME] [--en NAME] [--language fi|sv|en] [--business-id ID]
  npm run yhdessa -- provider list`

type Say = (line: string) => void

/** Makes and lists providers of education from the command line. @returns the exit code. */
export async function runProvider(url: string, args: string[], say: Say = console.log): Promise<number> {
  const order = readOrder(args)
  if (order === undefined) {
    console.error(usage)
    return 2
  }
  const database = openDatabase(url, { connections: 1 })
  try {
    if (order.action === 'list') await list(database, say)
    else await add(database, order.provider(), say)
    return 0
  } finally {
    await database.close()
  }
}

type Order =
  | { readonly action: 'list' }
  /** @throws StartFailure when it says what no provider can be. */
  | { readonly action: 'add'; readonly provider: () => NewProvider }

const text = { type: 'string' } as const
const options = { sv: text, en: text, language: text, 'business-id': text }

function readOrder(args: string[]): Order | undefined {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
    const [action, oid, name, ...more] = positionals
    if (action === 'list' && oid === undefined && Object.keys(values).length === 0) return { action }
    if (action !== 'add' || oid === undefined || name === undefined || more.length > 0) return undefined
    return { action, provider: () => providerOf(oid, name, values) }
  } catch {
    return undefined
  }
}

type Values = { readonly [K in keyof typeof options]?: string }

function providerOf(oid: string, fi: string, values: Values): NewProvider {
  const { 'business-id': businessId, en, language = 'fi', sv } = values
  if (!isOrganisationOid(oid)) {
    throw new StartFailure(
      `${oid} is not the OID of an organisation (1.2.246.562.10. and eleven digits; 99 instead of 10 for trying out).`,
    )
  }
  if ([fi, sv, en].some(name => name !== undefined && name.trim() === ''))
    throw new StartFailure('A name must not be empty.')
  if (!isLanguage(language)) throw new StartFailure(`--language is "${language}": it may be fi, sv or en.`)
  if (businessId !== undefined && !isBusinessId(businessId))
    throw new StartFailure(`--business-id is "${businessId}", which is no business id (1234567-8).`)
  const names = {
    fi: fi.trim(),
    ...(sv === undefined ? {} : { sv: sv.trim() }),
    ...(en === undefined ? {} : { en: en.trim() }),
  }
  return { oid, names, language, ...(businessId === undefined ? {} : { businessId }) }
}

async function add(database: Database, provider: NewProvider, say: Say): Promise<void> {
  const added = await addProvider(database, provider, new Date())
  if (added === undefined) throw new StartFailure(`There is a provider with the OID ${provider.oid} already.`)
  say(`${added.oid}  ${added.name}`)
  say(`Nobody works there yet: role grant administrator --subject S --name N --provider ${added.oid}`)
}

async function list(database: Database, say: Say): Promise<void> {
  for (const row of await read(database, null, listProviders))
    say([row.oid, row.business_id ?? '-', row.language, row.name_fi].join('  '))
}
