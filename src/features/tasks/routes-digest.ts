import { whoMay } from '../../platform/access/access.ts'
import type { Person } from '../../platform/access/actor.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { taskAccess } from './access.ts'
import { digestChosen } from './audit.ts'
import { DigestChoice, DigestView } from './contract.ts'
import { emailOfPerson, findRhythm, saveRhythm } from './queries-digest.ts'
import { personOf } from './routes.ts'
import { usualRhythm } from './rules-digest.ts'

/** @param mail whether mail leaves this installation */
export function digestRoutes({ mail }: { readonly mail: boolean }): Endpoint[] {
  return [readRoute(mail), chooseRoute(mail)]
}

const path = '/api/tasks/digest'
const tag = 'tasks'

function readRoute(mail: boolean): Endpoint {
  return endpoint({
    method: 'GET',
    path,
    tag,
    summary: 'How often one’s own list comes by e-mail, and whether it can',
    answers: { 200: DigestView },
    access: whoMay(taskAccess.list),
    audit: notAudited("One's own choice is nobody's data"),
    transaction: 'read',
    handle: async ({ actor }, transaction) => ({
      body: await digestView(transaction, personOf(actor), mail),
    }),
  })
}

function chooseRoute(mail: boolean): Endpoint {
  return endpoint({
    method: 'PUT',
    path,
    tag,
    summary: 'Choose how often one’s own list comes by e-mail',
    body: DigestChoice,
    answers: { 200: DigestView },
    access: whoMay(taskAccess.list),
    audit: audited(digestChosen),
    transaction: 'write',
    handle: async ({ actor, audit, body: { rhythm }, now }, transaction) => {
      const person = personOf(actor)
      await saveRhythm(transaction, { providerId: person.providerId, personId: person.id, rhythm, now })
      await record(transaction, audit, digestChosen, { details: { rhythm } })
      return { body: await digestView(transaction, person, mail) }
    },
  })
}

async function digestView(transaction: ReadTransaction, person: Person, mail: boolean): Promise<DigestView> {
  const [chosen, email] = await Promise.all([
    findRhythm(transaction, person.id),
    emailOfPerson(transaction, person.id, person.providerId),
  ])
  return { rhythm: chosen ?? usualRhythm(person.roles), address: email !== undefined, mail }
}
