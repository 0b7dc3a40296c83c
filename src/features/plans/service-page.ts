import type { Actor } from '../../platform/access/actor.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { displayName } from '../students/rules.ts'
import { protectionOf } from '../students/rules-protection.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { planAccess } from './access.ts'
import type { Finding } from './contract.ts'
import type { PlanPage } from './contract-api.ts'
import type { PlanPageRow } from './queries.ts'
import type { PlanReference } from './rules.ts'
import type { StoredPlan } from './rules-contacts.ts'
import { firstApprovalOf } from './rules-first-approval.ts'
import { maskedActions, maskedPage, maskFindings } from './service-protection.ts'
import { attach, type FormFaults, findingsOf } from './service-save.ts'

type Text = (language: Language, key: string, params: NonNullable<Finding['params']>) => string
type Name = PlanPage['names'][string]

export interface PageDependencies {
  readonly text: Text
  readonly referenceFor: (studyRight: StudyRight | null) => PlanReference
  readonly formFaults: FormFaults
  /** Names and points of a code, in the structure of the qualification where it stands there. */
  readonly nameOf: (code: string, studyRight: StudyRight | null) => Name | undefined
  readonly qualificationOf: (studyRight: StudyRight | null) => PlanPage['qualification']
}

export interface Reader {
  readonly actor: Actor
  readonly today: PlainDate
  readonly language: Language
}

/**
 * The page as JSON text. The body, by far the largest part, goes through as the database wrote it: to read it in and
 * write it out again would cost more than all the rest.
 */
export function pageOf(row: PlanPageRow, reader: Reader, dependencies: PageDependencies): string {
  const shown = row.masked ? maskedPage(row) : row
  const head = { ...headOf(shown, row, reader, dependencies), ...protectionMember(row) }
  const parts = {
    plan: shown.body_text,
    contacts: shown.contacts_text,
    durations: shown.durations_text,
    conflicts: shown.conflicts_text,
  }
  const texts = Object.entries(parts).map(([key, json]) => `"${key}":${json}`)
  return `${JSON.stringify(head).slice(0, -1)},${texts.join()}}`
}

type Head = Omit<PlanPage, 'plan' | 'contacts' | 'durations' | 'conflicts'>

/** `whole` is what the rules look at: a masked name would be a finding of its own. */
function headOf(row: PlanPageRow, whole: PlanPageRow, reader: Reader, dependencies: PageDependencies): Head {
  const name = displayName(row)
  const findings = [...findingsToday(whole, reader, dependencies), ...conflictsOf(row)]
  const permitted = planAccess.permitted(reader.actor, { studentId: row.student_id })
  const qualification = dependencies.qualificationOf(row.study_right)
  return {
    id: row.id,
    hoksId: row.hoks_id,
    version: row.version,
    savedAt: row.saved_at.toISOString(),
    savedBy: { source: row.source, ...(row.author_name === null ? {} : { name: row.author_name }) },
    ...(row.approved_version === null ? {} : { approvedVersion: row.approved_version }),
    ...(row.approved_at === null ? {} : { approvedAt: row.approved_at.toISOString() }),
    ...(firstApprovalOf(row.first_approved_on, row.origin) === 'provisional'
      ? { firstApprovalOpen: true }
      : {}),
    student: {
      ...(row.student_id === null ? {} : { id: row.student_id }),
      ...(name === undefined ? {} : { name }),
      studentOid: row.student_oid,
    },
    studyRightOid: row.study_right_oid,
    ...(row.study_right === null ? {} : { studyRight: row.study_right }),
    ...(qualification ? { qualification } : {}),
    names: namesOf(row.codes, row.study_right, dependencies),
    findings: withTexts(row.masked ? maskFindings(findings) : findings, reader.language, dependencies.text),
    permittedActions: row.masked ? maskedActions(permitted, reader.actor) : permitted,
  }
}

function protectionMember({ masked, protected: isProtected }: PlanPageRow): Pick<PlanPage, 'protection'> {
  const protection = protectionOf({ protected: isProtected ?? false, masked })
  return protection === undefined ? {} : { protection }
}

export function namesOf(
  codes: readonly string[],
  studyRight: StudyRight | null,
  { nameOf }: Pick<PageDependencies, 'nameOf'>,
): Record<string, Name> {
  const names: Record<string, Name> = {}
  for (const code of codes) {
    const name = nameOf(code, studyRight)
    if (name) names[code] = name
  }
  return names
}

/** The stored findings are those of the day of saving; on another day the rules are asked again. */
function findingsToday(
  row: PlanPageRow,
  { today }: Reader,
  dependencies: PageDependencies,
): readonly Finding[] {
  if (row.checked_on === today) return row.findings
  const contacts: Record<string, { name?: string; email?: string; phone?: string }> = JSON.parse(
    row.contacts_text,
  )
  const known = Object.entries(contacts).map(([id, content]) => ({ id, content }))
  const plan = attach(JSON.parse(row.body_text) as StoredPlan, known)
  return findingsOf(plan, row.study_right, { today, ...dependencies })
}

/** Where a register and a colleague differ somebody has to look: it is a finding until it is settled. */
function conflictsOf(row: PlanPageRow): Finding[] {
  const conflicts = JSON.parse(row.conflicts_text) as readonly { readonly pointer: string }[]
  return conflicts.map(({ pointer }) => ({ code: 'register-conflict', severity: 'warning', pointer }))
}

export function withTexts(findings: readonly Finding[], language: Language, text: Text) {
  return findings.map(finding => ({
    ...finding,
    text: text(language, `plans.findings.${finding.code}`, finding.params ?? {}),
  }))
}
