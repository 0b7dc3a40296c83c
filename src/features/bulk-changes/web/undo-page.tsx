import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { problemOf } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import type { UndoPreview } from '../contract.ts'
import { forgetPlans, undoChange, undoQuery } from './api.ts'
import styles from './bulk.module.css'
import { ChangedSince, PlanLine } from './preview-part.tsx'
import { texts } from './texts.ts'

/** What undoing does to each plan, told before it is done. */
export default function UndoPage() {
  const t = useTexts(texts)
  const { id = '' } = useParams()
  const { language } = useLanguage()
  const query = useQuery(undoQuery(id, language))
  const back = { to: '/bulk-changes', text: t('back') }
  return (
    <AsyncPage query={query} back={back}>
      {preview => (
        <Page
          title={t('undoing.title')}
          lead={
            <>
              <p>{preview.change.text}</p>
              <p>
                {t('undoing.made', {
                  date: formatInstant(preview.change.madeAt, language),
                  reason: preview.change.reason,
                })}
              </p>
            </>
          }
          back={back}
        >
          <Undoing id={id} preview={preview} onAgain={() => void query.refetch()} />
        </Page>
      )}
    </AsyncPage>
  )
}

type Planned = UndoPreview['plans'][number]

interface UndoingProps {
  readonly id: string
  readonly preview: UndoPreview
  readonly onAgain: () => void
}

function Undoing({ id, onAgain, preview: { plans } }: UndoingProps) {
  const t = useTexts(texts)
  const of = (outcome: Planned['outcome']) => plans.filter(plan => plan.outcome === outcome)
  const [restores, merges, left] = [of('restores'), of('merges'), of('left')]
  const undone = [...restores, ...merges]
  return (
    <div className={styles.list}>
      <p>{t('undoing.lead')}</p>
      <Plans title={t('undoing.restores', { count: restores.length })} plans={restores} />
      <Plans title={t('undoing.merges', { count: merges.length })} plans={merges} />
      {left.length === 0 ? null : (
        <Note tone="warning" title={t('undoing.left', { count: left.length })}>
          <ul className={styles.bullets}>
            {left.map(({ name, planId, reason }) => (
              <li key={planId}>
                {name ?? t('new.unnamed')}
                {reason === undefined ? null : `: ${reason}`}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {undone.length === 0 ? (
        <p>{t('undoing.nothing')}</p>
      ) : (
        <Confirm id={id} plans={undone} onAgain={onAgain} />
      )}
    </div>
  )
}

function Plans({ plans, title }: { readonly title: string; readonly plans: readonly Planned[] }) {
  if (plans.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {plans.map(plan => (
          <PlanLine key={plan.planId} {...plan} />
        ))}
      </ul>
    </section>
  )
}

interface ConfirmProps {
  readonly id: string
  readonly plans: readonly Planned[]
  readonly onAgain: () => void
}

function Confirm({ id, onAgain, plans }: ConfirmProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const undoing = useMutation({
    mutationFn: () =>
      undoChange(
        id,
        plans.map(({ planId, version }) => ({ planId, version })),
      ),
    onSuccess: async done => {
      announce(t('undoing.done', { count: done.undone }))
      await navigate('/bulk-changes')
      await forgetPlans(client)
    },
  })
  const problem = problemOf(undoing.error)
  const again = (): void => {
    undoing.reset()
    onAgain()
  }
  return (
    <div className={styles.foot}>
      {undoing.error === null ? null : <Failure error={undoing.error} />}
      <ChangedSince planIds={problem.planIds} plans={plans} />
      <div className={styles.row}>
        <Button look="primary" pending={undoing.isPending} onPress={() => undoing.mutate()}>
          {t('undoing.confirm', { count: plans.length })}
        </Button>
        {problem.status === 409 ? <Button onPress={again}>{t('preview.again')}</Button> : null}
      </div>
    </div>
  )
}
