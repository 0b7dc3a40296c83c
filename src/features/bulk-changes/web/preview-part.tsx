import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { BulkOperation, BulkPreview, PlanPreview } from '../contract.ts'
import { forgetPlans, makeChange } from './api.ts'
import styles from './bulk.module.css'
import { texts } from './texts.ts'

interface PreviewPartProps {
  readonly preview: BulkPreview
  readonly operation: BulkOperation
  readonly onAgain: () => void
}

/** What happens to each plan, in words, and the one button that makes it happen. */
export function PreviewPart({ onAgain, operation, preview: { plans } }: PreviewPartProps) {
  const t = useTexts(texts)
  const place = useRef<HTMLDivElement>(null)
  // The button was far up: whoever pressed it reads on from here.
  useEffect(() => {
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'start' })
  }, [])
  const of = (outcome: PlanPreview['outcome']) => plans.filter(plan => plan.outcome === outcome)
  const [changing, same, refused] = [of('changes'), of('same'), of('refused')]
  return (
    <div ref={place} tabIndex={-1}>
      <Section id="preview" title={t('preview.title')}>
        {changing.length === 0 ? (
          <Note tone="warning" title={t('preview.nobody')} />
        ) : (
          <>
            <h3>{t('preview.willChange', { count: changing.length })}</h3>
            <ul className={styles.list}>
              {changing.map(plan => (
                <PlanLine key={plan.planId} {...plan}>
                  <Findings plan={plan} />
                </PlanLine>
              ))}
            </ul>
          </>
        )}
        <Others title={t('preview.cannot')} plans={refused} />
        <Others title={t('preview.unchanged')} plans={same} />
        {changing.length === 0 ? null : <Confirm operation={operation} plans={changing} onAgain={onAgain} />}
      </Section>
    </div>
  )
}

interface PlanLineProps {
  readonly planId: string
  readonly name?: string
  readonly changes: readonly string[]
  readonly children?: ReactNode
}

/** More is behind a press: a group has many plans. */
const shownAtOnce = 3

function Sentences({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className={styles.bullets}>
      {items.map(item => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

/** A plan and what changes in it. */
export function PlanLine({ changes, children, name, planId }: PlanLineProps) {
  const t = useTexts(texts)
  const student = name ?? t('new.unnamed')
  // The same words may be said of two parts.
  const said = [...new Set(changes)]
  const rest = said.slice(shownAtOnce)
  return (
    <li>
      <Link to={`/plans/${planId}`} aria-label={t('preview.openPlan', { name: student })}>
        {student}
      </Link>
      <Sentences items={said.slice(0, shownAtOnce)} />
      {rest.length === 0 ? null : (
        <Disclosure title={t('preview.more', { count: rest.length })}>
          <Sentences items={rest} />
        </Disclosure>
      )}
      {children}
    </li>
  )
}

function Findings({ plan: { findingsGone, findingsNew } }: { readonly plan: PlanPreview }) {
  const t = useTexts(texts)
  const list = (tone: 'warning' | 'success', title: string, items: readonly string[]) =>
    items.length === 0 ? null : (
      <Note tone={tone} compact title={title}>
        <Sentences items={items} />
      </Note>
    )
  return (
    <>
      {list('warning', t('preview.findingsNew'), findingsNew)}
      {list('success', t('preview.findingsGone'), findingsGone)}
    </>
  )
}

function Others({ plans, title }: { readonly title: string; readonly plans: readonly PlanPreview[] }) {
  const t = useTexts(texts)
  if (plans.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.bullets}>
        {plans.map(({ name, planId, reason }) => (
          <li key={planId}>
            {name ?? t('new.unnamed')}
            {reason === undefined ? null : `: ${reason}`}
          </li>
        ))}
      </ul>
    </>
  )
}

interface ConfirmProps {
  readonly operation: BulkOperation
  readonly plans: readonly PlanPreview[]
  readonly onAgain: () => void
}

function Confirm({ onAgain, operation, plans }: ConfirmProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const making = useMutation({
    mutationFn: () =>
      makeChange({
        operation,
        reason: reason.trim(),
        plans: plans.map(({ planId, version }) => ({ planId, version })),
      }),
    onSuccess: async made => {
      announce(t('preview.applied', { count: made.plans }))
      await forgetPlans(client)
      await navigate('/bulk-changes')
    },
  })
  const problem = problemOf(making.error)
  const make = (): void => {
    setAsked(true)
    if (reason.trim() !== '') making.mutate()
  }
  return (
    <div className={styles.foot}>
      <TextField
        label={t('preview.reason')}
        hint={t('preview.reasonHint')}
        value={reason}
        onChange={setReason}
        error={asked && reason.trim() === '' ? t('preview.reasonProblem') : undefined}
        maxLength={500}
        required
      />
      {making.error === null ? null : <Failure error={making.error} />}
      <ChangedSince planIds={problem.planIds} plans={plans} />
      <div className={styles.row}>
        <Button look="primary" pending={making.isPending} onPress={make}>
          {t('preview.apply', { count: plans.length })}
        </Button>
        {problem.status === 409 ? <Button onPress={onAgain}>{t('preview.again')}</Button> : null}
      </div>
    </div>
  )
}

/** Whose plans were saved in between. */
export function ChangedSince({
  planIds,
  plans,
}: {
  readonly planIds: unknown
  readonly plans: readonly { readonly planId: string; readonly name?: string }[]
}) {
  const t = useTexts(texts)
  if (!Array.isArray(planIds)) return null
  const named = plans.filter(plan => planIds.includes(plan.planId))
  return (
    <Note tone="warning" title={t('preview.changedSince')}>
      <ul className={styles.bullets}>
        {named.map(({ name, planId }) => (
          <li key={planId}>{name ?? t('new.unnamed')}</li>
        ))}
      </ul>
    </Note>
  )
}
