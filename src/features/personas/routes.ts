import { everyone } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { type Endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { isLanguage } from '../../platform/i18n/language.ts'
import { type Persona, PersonaList } from './contract.ts'
import { enDescriptions } from './i18n/en-descriptions.ts'
import { fiDescriptions } from './i18n/fi-descriptions.ts'
import { svDescriptions } from './i18n/sv-descriptions.ts'
import { listPeople } from './queries-list.ts'
import { inOrder, rankOf } from './rules.ts'

export interface PersonaRouteDependencies {
  readonly database: Database
  readonly demo: boolean
}

export function personaRoutes({ database, demo }: PersonaRouteDependencies): Endpoint[] {
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
        const people = await read(database, null, listPeople)
        return { body: { items: byProvider(people).map(present) } }
      },
    }),
  ]
}

type Person = Awaited<ReturnType<typeof listPeople>>[number]

/** Providers stay in the order of the list; people within one come by role. */
function byProvider(people: readonly Person[]): Person[] {
  const groups = Map.groupBy(people, person => person.provider_id)
  return [...groups.values()].flatMap(group => group.toSorted((a, b) => rankOf(a.roles) - rankOf(b.roles)))
}

function present(row: Person): Persona {
  const held = inOrder(row.roles)
  const describe = (texts: Readonly<Record<string, string>>) => held.map(role => texts[role]).join(' ')
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
