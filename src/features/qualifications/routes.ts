import { Type } from 'typebox'
import { signedIn } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { locales } from '../../platform/i18n/language.ts'
import { pickName } from '../../platform/i18n/names.ts'
import { codeKey } from '../codes/rules.ts'
import type { Qualification } from './contract.ts'
import { FormationQuestion, QualificationList, QualificationPage, UnitPage } from './contract-browse.ts'
import { Formation } from './contract-formation.ts'
import type { ScaleText, StructureText, UnitText } from './contract-texts.ts'
import { findTexts, structureKey } from './queries-texts.ts'
import { structureOf, unitOf, validityOn } from './rules.ts'
import { answersTo, listed, namesOfPart, replacementsOf } from './rules-browse.ts'
import { formationOf } from './rules-formation.ts'
import { treeOf } from './rules-formation-tree.ts'
import type { ReferenceData } from './rules-reference.ts'

interface Dependencies {
  /** The reference data at hand. */
  readonly data: () => ReferenceData
}

const access = signedIn('Requirements of qualifications are public facts')
const audit = notAudited('Requirements of qualifications are public, and about nobody')
const params = Type.Object({ id: Type.Integer({ minimum: -2147483648, maximum: 2147483647 }) })
const tag = 'qualifications'

export function qualificationRoutes(dependencies: Dependencies): Endpoint[] {
  return [list(dependencies), page(dependencies), unit(dependencies), formation(dependencies)]
}

function list({ data }: Dependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/qualifications',
    tag,
    summary: 'Qualifications by words of their names, diary number or code, in order of their names',
    query: Type.Object({
      query: Type.Optional(Type.String({ maxLength: 200 })),
      /** Only those by which one may study on this day. */
      valid: Type.Optional(Type.Enum(['today'])),
      after: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answers: { 200: QualificationList },
    access,
    audit,
    transaction: 'none',
    handle: async ({ query, today, language }) => {
      const [after, limit] = [query.after ?? 0, query.limit ?? 50]
      const found = data()
        .qualifications.filter(one => answersTo(one, query.query ?? ''))
        .map(one => listed(one, today))
        .filter(
          one => query.valid === undefined || one.validity === 'in-force' || one.validity === 'transition',
        )
      const { compare } = new Intl.Collator(locales[language])
      const name = (one: (typeof found)[number]) => pickName(one.names, language)?.text ?? one.diaryNumber
      found.sort((a, b) => compare(name(a), name(b)) || b.id - a.id)
      const next = after + limit < found.length ? { next: after + limit } : {}
      return { body: { items: found.slice(after, after + limit), total: found.length, ...next } }
    },
  })
}

function page({ data }: Dependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/qualifications/{id}',
    tag,
    summary: 'A qualification by its national id: structure, units, areas, titles, validity, replacements',
    params,
    answers: { 200: QualificationPage },
    access,
    audit,
    transaction: 'read',
    handle: async ({ params: { id }, today }, transaction) => {
      const { qualifications } = data()
      const qualification = demand(qualifications, id)
      const texts = await findTexts(transaction, qualification, [structureKey])
      const descriptions = (texts.get(structureKey) ?? {}) as StructureText
      const validity = validityOn(qualification, today)
      return {
        body: { qualification, validity, descriptions, ...replacementsOf(qualification, qualifications) },
      }
    },
  })
}

function unit({ data }: Dependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/qualifications/{id}/units/{code}',
    tag,
    summary: 'Requirements, ways of demonstrating and criteria of a unit, as plain text',
    params: Type.Object({ ...params.properties, code: Type.String({ minLength: 1, maxLength: 200 }) }),
    answers: { 200: UnitPage },
    access,
    audit,
    transaction: 'read',
    handle: async ({ params: { code, id } }, transaction) => {
      const qualification = demand(data().qualifications, id)
      const names = namesOfPart(qualification, code)
      if (!names) throw new AppError('qualifications.unit-not-found', 404)
      const key = codeKey(code)
      const text = (await findTexts(transaction, qualification, [key])).get(key) as UnitText | undefined
      const scales = text?.scale ? await findTexts(transaction, qualification, [text.scale]) : undefined
      const scale = text?.scale ? (scales?.get(text.scale) as ScaleText | undefined) : undefined
      const found = unitOf(qualification, code)
      return {
        body: {
          qualification: { id, diaryNumber: qualification.diaryNumber, names: qualification.names },
          code: key,
          names,
          ...(found ? { unit: found } : {}),
          ...(text ? { text } : {}),
          ...(scale ? { scale } : {}),
        },
      }
    },
  })
}

function formation({ data }: Dependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/qualifications/{id}/formation',
    tag,
    summary: 'Judge a selection of units: which groups it fulfils, what is missing. Stores nothing',
    params,
    body: FormationQuestion,
    answers: { 200: Formation },
    access,
    audit,
    transaction: 'none',
    handle: async ({ params: { id }, body: { method, ...selection } }) => {
      const qualification = demand(data().qualifications, id)
      const structure = structureOf(qualification, method)
      if (!structure) {
        const code = method === undefined ? 'method-needed' : 'no-such-method'
        throw new AppError(`qualifications.${code}`, 400, { pointer: '/method' })
      }
      return { body: formationOf(treeOf(structure, qualification.units), selection) }
    },
  })
}

/** @throws AppError qualifications.not-found */
function demand(qualifications: readonly Qualification[], id: number): Qualification {
  const found = qualifications.find(one => one.id === id)
  if (!found) throw new AppError('qualifications.not-found', 404)
  return found
}
