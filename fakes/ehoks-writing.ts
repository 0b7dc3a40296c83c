import type { Finding } from '../src/features/plans/contract.ts'
import { fi } from '../src/features/plans/i18n/fi.ts'
import type { StudyRight } from '../src/features/study-rights/contract.ts'
import { treeOf } from '../src/integrations/ehoks/errors.ts'
import { validateNational } from '../src/integrations/ehoks/validate.ts'
import { readKoskiRecord } from '../src/integrations/koski/codec.ts'
import { fill, findText } from '../src/platform/i18n/texts.ts'
import { dayOf } from '../src/platform/time/plain-date.ts'
import type { Held, HeldHoks } from './held.ts'
import { type FakeAnswer, type FakeRequest, found } from './service.ts'
import { isRecord, type Json, type World } from './world.ts'

export const hoksNotFound: FakeAnswer = { status: 404, json: { error: 'HOKS not found' } }

const refused = (error: string): FakeAnswer => ({ status: 400, json: { error } })

/** The study rights that the world knows, by their OID; a world without students knows of none and asks for none. */
function studyRightsOf({ students }: World): ReadonlyMap<string, StudyRight> {
  const rights = students.flatMap(student => readKoskiRecord(student)?.studyRights ?? [])
  return new Map(rights.map(({ body }) => [body.oid, body]))
}

/** The writing side of eHOKS: checks by the published rules, one HOKS for each study right. */
export function ehoksWriting(world: World, held: Held) {
  const studyRights = studyRightsOf(world)
  const check = (method: 'post' | 'put', request: FakeRequest, oid: unknown): FakeAnswer | undefined => {
    const known = studyRights.get(String(oid))
    if (studyRights.size > 0 && known === undefined) {
      return refused(`Opiskeluoikeus \`${String(oid)}\` not found in Koski`)
    }
    // Where nothing is known of the study right its dates are no matter.
    const { findings, verdict } = validateNational(Buffer.from(request.body), {
      ...{ method, studyRight: known, today: dayOf(new Date()) },
    })
    return verdict === 'valid' ? undefined : { status: 400, json: { errors: treeOf(told(findings)) } }
  }
  return {
    create(request: FakeRequest): FakeAnswer {
      const plan = planIn(request)
      const oid = plan?.['opiskeluoikeus-oid']
      const wrong = check('post', request, oid)
      if (wrong !== undefined || plan === undefined) return wrong ?? refused('No HOKS')
      if (held.byStudyRight(oid) !== undefined) {
        return refused('HOKS with the same opiskeluoikeus-oid already exists')
      }
      if (held.isArchived(oid)) {
        return refused(
          'Archived HOKS with given opiskeluoikeus oid found. Contact eHOKS support for more information.',
        )
      }
      const { id } = held.create(plan)
      const uri = `${request.origin}/ehoks-virkailija-backend/api/v1/hoks/${id}`
      return found({ meta: { id }, data: { uri } })
    },
    replace(request: FakeRequest, before: HeldHoks): FakeAnswer {
      const plan = planIn(request)
      const oid = before.plan['opiskeluoikeus-oid']
      const wrong = check('put', request, oid)
      if (wrong !== undefined || plan === undefined) return wrong ?? refused('No HOKS')
      const other = plan['opiskeluoikeus-oid'] ?? oid
      if (other !== oid) {
        return refused(
          `Tried to update \`opiskeluoikeus-oid\` from \`${String(oid)}\` to \`${String(other)}\` but updating \`opiskeluoikeus-oid\` in HOKS is not allowed!`,
        )
      }
      const { id: _id, ...content } = plan
      held.replace(before.id, { ...keptOf(before.plan), ...content })
      return { status: 204 }
    },
  }
}

/** What a PUT that leaves it out leaves as it was; all else that is left out is gone. */
const keptMembers = ['opiskeluoikeus-oid', 'oppija-oid', 'puhelinnumero', 'tuva-opiskeluoikeus-oid']

const keptOf = (plan: Json): Json =>
  Object.fromEntries(keptMembers.flatMap(key => (plan[key] === undefined ? [] : [[key, plan[key]]])))

function planIn({ body }: FakeRequest): Json | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function told(findings: readonly Finding[]) {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, params, pointer }) => ({
      pointer,
      text: fill(findText(fi, `findings.${code}`) ?? code, params ?? {}, 'fi'),
    }))
}
