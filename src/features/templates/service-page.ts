import type { Language } from '../../platform/i18n/language.ts'
import { pickName } from '../../platform/i18n/names.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Finding } from '../plans/contract.ts'
import type { PlanFormation } from '../plans/contract-formation.ts'
import { planFormation } from '../plans/public.ts'
import { unitChoices } from '../plans/rules-choices.ts'
import type { ReferenceData } from '../qualifications/rules-reference.ts'
import type { TemplateBody } from './contract.ts'
import type { TemplateChecked, TemplatePage, TemplateRow } from './contract-api.ts'
import type { TemplateHead, TemplateRecord } from './queries.ts'
import type { ReceivedRow } from './queries-gifts.ts'
import { checkTemplate } from './rules.ts'
import { assumedIn } from './rules-assumed.ts'
import { codesOf } from './rules-courses.ts'
import type { TemplateChange } from './rules-difference.ts'
import { studyRightOf, type TemplateAbout, unitsPlanned } from './rules-plan.ts'

export type TemplateText = (language: Language, key: string, params: NonNullable<Finding['params']>) => string

export interface TemplateDependencies {
  readonly text: TemplateText
  /** Reference data at hand. */
  readonly data: () => ReferenceData
}

export function rowOf(
  template: TemplateHead,
  received: readonly ReceivedRow[],
  { data }: Pick<TemplateDependencies, 'data'>,
): TemplateRow {
  const { competence_area: area, group_code: groupCode, origin } = template
  const qualification = data().qualification(template.diary_number)
  const areaNames = area === null ? undefined : areaOf(area, template.diary_number, data())?.names
  const newer =
    origin === null
      ? undefined
      : received.find(
          gift =>
            gift.giver_id === origin.providerId &&
            gift.template_id === origin.templateId &&
            gift.version > origin.version,
        )
  return {
    id: template.id,
    name: template.name,
    diaryNumber: template.diary_number,
    ...(qualification === undefined ? {} : { qualificationNames: qualification.names }),
    ...(area === null ? {} : { competenceArea: area }),
    ...(areaNames === undefined ? {} : { competenceAreaNames: areaNames }),
    ...(groupCode === null ? {} : { groupCode }),
    version: template.version,
    changedAt: template.changed_at.toISOString(),
    retired: template.retired_at !== null,
    ...(origin === null ? {} : { origin }),
    ...(newer === undefined ? {} : { newer: { giftId: newer.id, version: newer.version } }),
  }
}

/** A study register gives the bare value, requirements the whole uri. */
function areaOf(code: string, diaryNumber: string, data: ReferenceData) {
  const bare = (uri: string) => uri.slice(uri.indexOf('_') + 1).toLowerCase()
  return data
    .qualification(diaryNumber)
    ?.competenceAreas.find(area => area.codeUri === code || bare(area.codeUri) === bare(code))
}

/** What the rules say of a template, and how its units form the qualification. */
export function checkedTemplate(
  body: TemplateBody,
  about: TemplateAbout,
  { data, language, text, today }: TemplateDependencies & { language: Language; today: PlainDate },
): TemplateChecked {
  const reference = data()
  const formation: PlanFormation = planFormation(
    unitsPlanned(body, about.diaryNumber),
    studyRightOf(about),
    reference,
    today,
  )
  const { judged } = formation
  const assumed = assumedIn(judged)?.points
  const findings = checkTemplate({ body, today, ...about, formation: judged?.formation, assumed }, reference)
  return {
    formation,
    findings: findings.map(finding => ({
      ...finding,
      text: text(language, `templates.findings.${finding.code}`, finding.params ?? {}),
    })),
  }
}

export function namesIn(body: TemplateBody, diaryNumber: string, data: ReferenceData): TemplatePage['names'] {
  const known = codesOf(body).flatMap(code => {
    const names = data.namesOf(code)
    const points = data.pointsOf(diaryNumber, code)
    return names === undefined
      ? []
      : [[code, { ...names, ...(points === undefined ? {} : { points }) }] as const]
  })
  return Object.fromEntries(known)
}

export function templatePage(
  template: TemplateRecord,
  received: readonly ReceivedRow[],
  dependencies: TemplateDependencies & { language: Language; today: PlainDate },
): Omit<TemplatePage, 'permittedActions'> {
  const { body, competence_area: competenceArea, diary_number: diaryNumber } = template
  const data = dependencies.data()
  const qualification = data.qualification(diaryNumber)
  const branches = competenceArea === null ? [] : [competenceArea]
  return {
    template: rowOf(template, received, dependencies),
    body,
    ...checkedTemplate(body, { diaryNumber, competenceArea: competenceArea ?? undefined }, dependencies),
    names: namesIn(body, diaryNumber, data),
    ...(qualification === undefined ? {} : { choices: unitChoices(qualification, { branches }, data) }),
    competenceAreas: (qualification?.competenceAreas ?? []).map(({ codeUri: code, names }) => ({
      code,
      names,
    })),
  }
}

/** A change in the reader's language. */
export function changeWords(
  { code, from, name, to, unit }: TemplateChange,
  language: Language,
  { data, text }: TemplateDependencies,
): string {
  const named = unit === undefined ? undefined : data().namesOf(unit)
  const said = (named && pickName(named, language)?.text) ?? name ?? unit ?? ''
  const weeks = (span: TemplateChange['from']) =>
    span === undefined ? '' : span.first === span.last ? String(span.first) : `${span.first}–${span.last}`
  return text(language, `templates.changes.${code}`, { unit: said, from: weeks(from), to: weeks(to) })
}
