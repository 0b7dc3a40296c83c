import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDate, formatDateRange, formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Entries, Entry, Quiet } from '../../../ui/entry.tsx'
import { Section } from '../../../ui/section.tsx'
import type { PlanApprovals, ShownApproval } from '../contract.ts'
import { askApprovals, forgetApprovals, planApprovalsQuery } from './api.ts'
import styles from './approvals.module.css'
import { usePartWords } from './part-words.ts'
import { Party } from './party.tsx'
import { texts } from './texts.ts'

interface ApprovalsOfPlanProps {
  readonly planId: string
  /** The version that the page shows: after a save it is asked anew who has approved what. */
  readonly version: number
}

/** On a plan's page, fetched after it: who has approved which part, and who is asked since when. */
export default function ApprovalsOfPlan({ planId, version }: ApprovalsOfPlanProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(planApprovalsQuery(planId, version, language))
  return (
    <Section id="approvals" title={t('title')}>
      <Async query={query}>{view => <Approvals view={view} />}</Async>
    </Section>
  )
}

function Approvals({ view }: { readonly view: PlanApprovals }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { approvedAt, approvedVersion, begun, firstApprovedOn, hidden, items } = view
  const parts = Map.groupBy(items, item => item.part)
  return (
    <>
      {items.length === 0 ? <p>{t('plan.nobody')}</p> : null}
      {items.length > 0 && !begun ? <p>{t('plan.notBegun')}</p> : null}
      {hidden ? <Quiet>{t('plan.hidden')}</Quiet> : null}
      <Entries>
        {[...parts].map(([part, ofPart]) => (
          <PartEntry key={part} planId={view.planId} items={ofPart} />
        ))}
      </Entries>
      {begun || items.length === 0 || !view.permittedActions.includes('ask') ? null : (
        <Ask planId={view.planId} />
      )}
      {approvedVersion === undefined || approvedAt === undefined ? null : (
        <Quiet>
          {t('plan.providerApproved', { version: approvedVersion, date: formatDay(approvedAt, language) })}
        </Quiet>
      )}
      {firstApprovedOn === undefined ? null : (
        <Quiet>{t('planFirstApproved', { date: formatDate(firstApprovedOn, language) })}</Quiet>
      )}
    </>
  )
}

interface PartEntryProps {
  readonly planId: string
  readonly items: readonly ShownApproval[]
}

function PartEntry({ items, planId }: PartEntryProps) {
  const { language } = useLanguage()
  const words = usePartWords()
  const [first] = items
  if (first === undefined) return null
  const { end, start } = first.about
  return (
    <Entry title={words(first)}>
      {start === undefined ? null : <p>{formatDateRange(start, end, language)}</p>}
      <ul className={styles.parties}>
        {items.map(item => (
          <Party key={item.party} planId={planId} item={item} />
        ))}
      </ul>
    </Entry>
  )
}

function Ask({ planId }: { readonly planId: string }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const asking = useMutation({
    mutationFn: () => askApprovals(planId, {}),
    onSuccess: async () => {
      announce(t('plan.asked'))
      await forgetApprovals(client)
    },
  })
  return (
    <>
      {asking.error === null ? null : <Failure error={asking.error} />}
      <div>
        <Button pending={asking.isPending} onPress={() => asking.mutate()}>
          {t('plan.ask')}
        </Button>
      </div>
    </>
  )
}
