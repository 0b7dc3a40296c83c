import { formatDate, formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { StoredPlan } from '../rules-contacts.ts'
import { CodeName } from './code-name.tsx'
import { Fields, type Row } from './fields.tsx'
import { contactOf } from './person.tsx'
import { useReading } from './reading.tsx'
import { drawnParts, shownSections } from './sections.tsx'
import { texts } from './texts.ts'

/** The head of the plan: approval, goals, the student's own contact data. */
export function Basics({ plan }: { readonly plan: StoredPlan }) {
  const headed = shownSections(plan).flatMap(section => section.lists)
  return <Fields pointer="" rows={useRows(plan)} inner={drawnParts(plan)} headed={headed} />
}

function useRows(plan: StoredPlan): readonly Row[] {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { contacts, firstApprovalOpen } = useReading()
  const date = (value: string | undefined) => (value === undefined ? undefined : formatDate(value, language))
  // The student's own e-mail and phone may stand behind one reference.
  const own = contactOf(plan, contacts)
  return [
    {
      name: 'careerPlanCode',
      keys: ['careerPlanCode', 'careerPlanCodeVersion'],
      value: plan.careerPlanCode === undefined ? t('missing') : <CodeName code={plan.careerPlanCode} />,
    },
    {
      name: 'needToAcquireCompetence',
      keys: ['needToAcquireCompetence'],
      value: plan.needToAcquireCompetence ? t('yes') : t('no'),
    },
    {
      name: 'firstApprovedOn',
      keys: ['firstApprovedOn'],
      value: firstApprovalOpen === true ? t('notApprovedYet') : date(plan.firstApprovedOn),
    },
    {
      name: 'approvedAt',
      keys: ['approvedAt'],
      value: plan.approvedAt === undefined ? undefined : formatInstant(plan.approvedAt, language),
    },
    {
      name: 'competenceAchievedOn',
      keys: ['competenceAchievedOn'],
      value: date(plan.competenceAchievedOn) ?? t('missing'),
    },
    { name: 'email', keys: ['email', 'contact'], value: own.email },
    { name: 'phone', keys: ['phone'], value: own.phone },
    { name: 'studentOid', keys: ['studentOid'], value: plan.studentOid },
    { name: 'studyRightOid', keys: ['studyRightOid'], value: plan.studyRightOid },
    {
      name: 'preparatoryStudyRightOid',
      keys: ['preparatoryStudyRightOid'],
      value: plan.preparatoryStudyRightOid,
    },
  ]
}
