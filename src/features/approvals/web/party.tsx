import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Tone } from '../../../ui/note.tsx'
import type { ShownApproval, ShownState } from '../contract.ts'
import { askApprovals, forgetApprovals } from './api.ts'
import styles from './approvals.module.css'
import { usePartWords } from './part-words.ts'
import { RecordDialog } from './record-dialog.tsx'
import { texts } from './texts.ts'

interface PartyProps {
  readonly planId: string
  readonly item: ShownApproval
}

const tones: Readonly<Record<ShownState, Tone | 'neutral'>> = {
  'not-asked': 'neutral',
  asked: 'info',
  approved: 'success',
  declined: 'warning',
}

/** One party of one part: how it stands, since when or by whom, and what staff can do. */
export function Party({ item, planId }: PartyProps) {
  const t = useTexts(texts)
  return (
    <li className={styles.party}>
      <div>
        <p className={styles.who}>
          <strong>{t(`parties.${item.party}`)}</strong>
          <Badge tone={tones[item.state]}>{t(`states.${item.state}`)}</Badge>
          {item.demanded && item.state !== 'approved' ? <Badge>{t('demanded')}</Badge> : null}
        </p>
        <Details item={item} />
      </div>
      <div>
        {item.permittedActions.includes('record') ? <Record planId={planId} item={item} /> : null}
        {item.permittedActions.includes('ask-again') ? <AskAgain planId={planId} item={item} /> : null}
      </div>
    </li>
  )
}

function Details({ item }: { readonly item: ShownApproval }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { answeredAt, answeredBy, askedAt, firstApprovedOn, reason, state, told } = item
  const answered = answeredAt === undefined ? undefined : formatDay(answeredAt, language)
  const lines = [
    askedAt === undefined ? undefined : t('since', { date: formatDay(askedAt, language) }),
    answered === undefined || answeredBy === undefined
      ? answered
      : t('by', { name: answeredBy, date: answered }),
    told && t('plan.told', { how: t(`plan.hows.${told.how}`), date: formatDate(told.on, language) }),
    state !== 'approved' && reason !== undefined ? t('declinedBecause', { reason }) : undefined,
    item.earlier === true ? t('earlier') : undefined,
    // The first approval is told where it is another than the one above.
    firstApprovedOn === undefined || (state === 'approved' && answeredAt?.startsWith(firstApprovedOn))
      ? undefined
      : t('firstApproved', { date: formatDate(firstApprovedOn, language) }),
  ].filter(line => line !== undefined)
  return lines.map(line => (
    <p key={line} className={styles.quiet}>
      {line}
    </p>
  ))
}

function Record({ item, planId }: PartyProps) {
  const t = useTexts(texts)
  const part = usePartWords()(item)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button label={t('plan.recordLabel', { part })} onPress={() => setOpen(true)}>
        {t('plan.record')}
      </Button>
      {open ? <RecordDialog planId={planId} item={item} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function AskAgain({ item, planId }: PartyProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const part = usePartWords()(item)
  const asking = useMutation({
    mutationFn: () => askApprovals(planId, { part: item.part, party: item.party }),
    onSuccess: async () => {
      announce(t('plan.askedAgain'))
      await forgetApprovals(client)
    },
  })
  return (
    <>
      {asking.error === null ? null : <Failure error={asking.error} />}
      <Button
        label={t('plan.askAgainLabel', { party: t(`parties.${item.party}`), part })}
        pending={asking.isPending}
        onPress={() => asking.mutate()}
      >
        {t('plan.askAgain')}
      </Button>
    </>
  )
}
