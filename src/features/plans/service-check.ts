import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { Finding, Plan } from './contract.ts'
import { checkPlan } from './rules.ts'
import { attachContacts, type ContactContent, type StoredPlan } from './rules-contacts.ts'
import { shapeOf } from './rules-shape.ts'
import type { SaveContext } from './service-save.ts'
import type { Written } from './service-write.ts'

/**
 * Everything there is to tell of a plan that is being written. What is missing does not keep the rest from being checked;
 * people whom the sender does not tell count as erased.
 */
export function findingsWhileWriting(
  written: Written,
  studyRight: StudyRight | null,
  { formFaults, referenceFor }: Pick<SaveContext, 'referenceFor' | 'formFaults'>,
  today: PlainDate,
): Finding[] {
  const people = new Map<string, ContactContent | null>(Object.entries(written.contacts ?? {}))
  const plan: Plan = attachContacts(written.plan as StoredPlan, people)
  const { broken, findings, walkable } = shapeOf(plan)
  if (!walkable) return [...findings]
  const told = new Set(findings.map(one => one.pointer))
  const faults = formFaults(plan).filter(({ code, pointer }) => code !== 'missing-key' && !told.has(pointer))
  const reference = referenceFor(studyRight)
  // Identifiers are made when the plan is saved.
  const options = { studyRight, today, reference, broken, identifiersRequired: false }
  return [...findings, ...faults, ...checkPlan(plan, options)]
}
