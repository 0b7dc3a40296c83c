import pg from 'pg'
import type { Config } from '../platform/config/config.ts'

interface Persona {
  readonly name: string
  readonly roles: string
  readonly provider: string
  readonly oid: string
}

const personasOfDemo = `
  select person.name, provider.name_fi as provider, provider.oid, string_agg(assignment.role, ', ' order by assignment.role) as roles
  from person join assignment on assignment.person_id = person.id join provider on provider.id = assignment.provider_id
  where provider.kind = 'provider'
  group by person.id, person.name, provider.id, provider.name_fi, provider.oid
  order by provider.id, min(assignment.role), person.name limit 20`

async function personas(databaseUrl: string): Promise<Persona[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Persona>(personasOfDemo)).rows
  } finally {
    await client.end()
  }
}

function table(rows: readonly Persona[]): string[] {
  const width = Math.max(...rows.map(row => row.name.length))
  return rows.map(row => `  ${row.name.padEnd(width)}  ${row.roles} (${row.provider})`)
}

/** A key for the first provider, as a command that can be copied. */
function keyHint([first]: readonly Persona[]): string[] {
  if (first === undefined) return []
  const command = `npm run --silent yhdessa -- key create --provider ${first.oid} --source wilma --name "My first key"`
  return ['', 'An API key for a student register:', `  ${command}`]
}

/** What the person at the terminal needs to go on: the address, and in the demo who they may be. */
export async function welcome(config: Config, address: string, databaseUrl: string): Promise<string[]> {
  const found = config.demo && config.openId === undefined ? await personas(databaseUrl) : []
  const people = found.length === 0 ? [] : ['', 'Sign in as one of the demo (all invented):', ...table(found)]
  return ['', `Yhdessä is at ${address}`, ...people, ...keyHint(found), '', 'Ctrl-C stops it.']
}
