import { everyone } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { type ReadTransaction, read } from '../../platform/db/door.ts'
import { type Endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { isLanguage } from '../../platform/i18n/language.ts'
import { uuidOf } from '../../platform/ids.ts'
import { rolesOfGroups } from '../roles/public.ts'
import { type Persona, PersonaList } from './contract.ts'
import { enDescriptions } from './i18n/en-descriptions.ts'
import { fiDescriptions } from './i18n/fi-descriptions.ts'
import { svDescriptions } from './i18n/sv-descriptions.ts'
import { listPeople, providerNames } from './queries-list.ts'
import { inOrder, rankOf } from './rules.ts'

export interface PersonaRouteDependencies {
  readonly database: Database
  readonly demo: boolean
  /** Those of the demo who are in groups: they may come in before any row tells of them. */
  readonly grouped: () => Promise<readonly Grouped[]>
}

interface Grouped {
  readonly subject: string
  readonly name: string
  readonly language: string
  readonly groups?: readonly string[]
}

export function personaRoutes({ database, demo, grouped }: PersonaRouteDependencies): Endpoint[] {
  return [
    publicEndpoint({
      method: 'GET',
      path: '/api/personas',
      tag: 'personas',
      summary: 'The invented people as whom one may sign in (demo only)',
      answers: { 200: PersonaList },
      access: everyone('One of them is chosen before anybody is signed in'),
      audit: notAudited('The people are invented'),
      transaction: 'none',
      handle: async () => {
        if (!demo) throw new AppError('request.not-found', 404)
        const told = await grouped()
        const people = await read(database, null, async transaction => {
          const known = await listPeople(transaction)
          const others = told.filter(one => known.every(person => person.subject !== one.subject))
          const newcomers = await Promise.all(others.map(one => newcomer(transaction, one)))
          return [...known, ...newcomers.flat()]
        })
        return { body: { items: byProvider(people).map(present) } }
      },
    }),
  ]
}

type Known = Awaited<ReturnType<typeof listPeople>>[number]
type Person = Omit<Known, 'id'> & { readonly byGroups?: boolean }

/** Somebody without a row yet, at the first provider where their groups give a role; nobody where none does. */
async function newcomer(transaction: ReadTransaction, { groups = [], ...told }: Grouped): Promise<Person[]> {
  const given = await rolesOfGroups(transaction, groups)
  const [provider] = await providerNames(transaction, [...given.keys()])
  if (provider === undefined) return []
  const roles = [...(given.get(uuidOf(provider.provider_id)) ?? [])]
  return [{ ...told, ...provider, roles, byGroups: true }]
}

/** Providers stay in the order of the list; people within one come by role. */
function byProvider(people: readonly Person[]): Person[] {
  const groups = Map.groupBy(people, person => person.provider_id)
  return [...groups.values()].flatMap(group => group.toSorted((a, b) => rankOf(a.roles) - rankOf(b.roles)))
}

function present(row: Person): Persona {
  const held = inOrder(row.roles)
  const about = row.byGroups === true ? [...held, 'groups'] : held
  const describe = (texts: Readonly<Record<string, string>>) => about.map(key => texts[key]).join(' ')
  return {
    id: row.subject,
    name: row.name,
    provider: {
      id: row.provider_id,
      names: {
        fi: row.name_fi,
        ...(row.name_sv === null ? {} : { sv: row.name_sv }),
        ...(row.name_en === null ? {} : { en: row.name_en }),
      },
    },
    roles: held,
    language: isLanguage(row.language) ? row.language : 'fi',
    description: { fi: describe(fiDescriptions), sv: describe(svDescriptions), en: describe(enDescriptions) },
  }
}
