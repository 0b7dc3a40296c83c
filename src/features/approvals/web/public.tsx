import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatDate, formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Entries, Entry, Quiet } from '../../../ui/entry.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { OwnApprovals as Own, ShownApproval } from '../contract.ts'
import { ownApprovalsQuery } from './api.ts'
import { OwnApproval } from './own-approval.tsx'
import { usePartWords } from './part-words.ts'
import { texts } from './texts.ts'

const sectionId = 'approvals'

/** What the reader is asked to approve: of the own plan, or as a guardian of the plan of `studentId`. */
export function OwnApprovals({ studentId }: { readonly studentId?: string }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(ownApprovalsQuery(studentId, language))
  const count = query.data?.plans.flatMap(({ items }) => items.filter(isOpen)).length ?? 0
  // Nobody is asked of most plans of most schools: then there is nothing to read either.
  if (query.data?.plans.length === 0) return null
  return (
    <Section id={sectionId} title={t('own.title')} {...(count === 0 ? {} : { count })}>
      <Async query={query}>
        {({ plans }) => (
          <>
            <p>
              {count === 0 ? t('own.nothing') : t(studentId === undefined ? 'own.lead' : 'own.leadGuardian')}
            </p>
            {plans.map(plan => (
              <OwnPlan key={plan.planId} plan={plan} named={plans.length > 1} own={studentId === undefined} />
            ))}
          </>
        )}
      </Async>
    </Section>
  )
}

const isOpen = (item: ShownApproval): boolean => item.permittedActions.includes('answer')

interface OwnPlanProps {
  readonly plan: Own['plans'][number]
  /** Whether it must be said which of several plans it is. */
  readonly named: boolean
  readonly own: boolean
}

function OwnPlan({ named, own, plan }: OwnPlanProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const reads = useSignedIn()?.roles.includes('student') === true && own
  const open = plan.items.filter(isOpen)
  const answered = plan.items.filter(item => !isOpen(item))
  return (
    <>
      {named && plan.qualification !== undefined ? <p>{plan.qualification}</p> : null}
      {plan.hidden ? (
        <Note tone="info" compact>
          <p>{t('own.hidden')}</p>
        </Note>
      ) : null}
      {open.length === 0 ? null : (
        <Entries>
          {open.map(item => (
            <OwnApproval key={item.part} planId={plan.planId} item={item} onAnswered={toSection} />
          ))}
        </Entries>
      )}
      {reads ? (
        <p>
          <Link to="/own-plan">{t('own.readPlan')}</Link>
        </p>
      ) : null}
      {answered.length === 0 ? null : (
        <Disclosure title={t('own.answered')}>
          <Entries>
            {answered.map(item => (
              <Answered key={item.part} planId={plan.planId} item={item} />
            ))}
          </Entries>
        </Disclosure>
      )}
      {plan.firstApprovedOn === undefined ? null : (
        <Quiet>{t('planFirstApproved', { date: formatDate(plan.firstApprovedOn, language) })}</Quiet>
      )}
    </>
  )
}

/** What was answered goes from among what is asked, and the focus would go with it. */
const toSection = (): void => document.getElementById(sectionId)?.focus({ preventScroll: true })

interface AnsweredProps {
  readonly planId: string
  readonly item: ShownApproval
}

function Answered({ item, planId }: AnsweredProps) {
  const t = useTexts(texts)
  const [changing, setChanging] = useState(false)
  const { language } = useLanguage()
  const part = usePartWords()(item)
  const { answeredAt, firstApprovedOn, reason, state } = item
  const approved = state === 'approved'
  const date = answeredAt === undefined ? '' : formatDay(answeredAt, language)
  if (changing)
    return (
      <OwnApproval
        planId={planId}
        item={item}
        onAnswered={() => {
          setChanging(false)
          toSection()
        }}
        onCancel={() => setChanging(false)}
      />
    )
  const mark = <Badge tone={approved ? 'success' : 'warning'}>{t(`states.${state}`)}</Badge>
  return (
    <Entry title={part} aside={mark}>
      <p>{t(approved ? 'own.youApproved' : 'own.youDeclined', { date })}</p>
      {item.earlier === true ? <Quiet>{t('earlier')}</Quiet> : null}
      {approved || reason === undefined ? null : <Quiet>{t('declinedBecause', { reason })}</Quiet>}
      {firstApprovedOn === undefined ? null : (
        <Quiet>{t('firstApproved', { date: formatDate(firstApprovedOn, language) })}</Quiet>
      )}
      {item.permittedActions.includes('change') ? (
        <div>
          <Button look="quiet" label={t('own.changeLabel', { part })} onPress={() => setChanging(true)}>
            {t('own.change')}
          </Button>
        </div>
      ) : null}
    </Entry>
  )
}
