import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Async, Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import type { BulkQuestion, Selectable } from '../contract.ts'
import { chosenQuery, groupChoicesQuery, previewChange, selectionQuery } from './api.ts'
import styles from './bulk.module.css'
import { noOperationOn, operationOf } from './operation.ts'
import { OperationFields } from './operation-fields.tsx'
import { PlanTicks } from './plan-ticks.tsx'
import { PreviewPart } from './preview-part.tsx'
import { texts } from './texts.ts'

/** Group or chosen plans, change, a look at what happens, one button. */
export default function NewBulkChangePage() {
  const t = useTexts(texts)
  const [search, setSearch] = useSearchParams()
  const group = search.get('group') ?? ''
  const chosen = chosenOf(useLocation().state)
  return (
    <Page title={t('new.title')} lead={t('new.lead')} back={{ to: '/bulk-changes', text: t('back') }}>
      {chosen === undefined ? (
        <OfGroup
          group={group}
          onGroup={code => setSearch(code === '' ? {} : { group: code }, { replace: true })}
        />
      ) : (
        <OfChosen planIds={chosen} onGroup={() => setSearch({}, { replace: true, state: null })} />
      )}
    </Page>
  )
}

/** What the list of students handed over: in the history's state and not in the address, for they may be hundreds. */
function chosenOf(state: unknown): readonly string[] | undefined {
  const told = (state as { planIds?: unknown } | null)?.planIds
  return Array.isArray(told) && told.length > 0 ? told.map(String) : undefined
}

interface OfChosenProps {
  readonly planIds: readonly string[]
  readonly onGroup: () => void
}

function OfChosen({ onGroup, planIds }: OfChosenProps) {
  const t = useTexts(texts)
  return (
    <>
      <p className={styles.row}>
        {t('new.fromList')}
        <Button look="quiet" onPress={onGroup}>
          {t('new.groupInstead')}
        </Button>
      </p>
      <Async query={useQuery(chosenQuery(planIds))}>{data => <Changing selectable={data} />}</Async>
    </>
  )
}

interface OfGroupProps {
  readonly group: string
  readonly onGroup: (code: string) => void
}

function OfGroup({ group, onGroup }: OfGroupProps) {
  const t = useTexts(texts)
  const groups = useQuery(groupChoicesQuery)
  const selection = useQuery(selectionQuery(group))
  const codes = (groups.data?.items ?? []).map(({ code, name }) => ({
    value: code,
    text: name === undefined ? code : `${code} ${name}`,
  }))
  const known = group === '' || codes.some(one => one.value === group)
  return (
    <>
      <div className={styles.form}>
        <Choice
          label={t('new.group')}
          value={group}
          options={[
            { value: '', text: t('new.chooseGroup') },
            ...(known ? [] : [{ value: group, text: group }]),
            ...codes,
          ]}
          onChange={onGroup}
        />
        {group === '' ? (
          <p>
            <Link to="/students">{t('new.acrossGroups')}</Link>
          </p>
        ) : null}
      </div>
      {group === '' ? null : (
        <Async query={selection}>{selectable => <Changing key={group} selectable={selectable} />}</Async>
      )}
    </>
  )
}

function Changing({ selectable }: { readonly selectable: Selectable }) {
  const t = useTexts(texts)
  const today = useSignedIn()?.today ?? ''
  const open = selectable.plans.filter(plan => !plan.masked)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(open.map(plan => plan.planId)))
  const [typed, setTyped] = useState(() => noOperationOn(today))
  const [asked, setAsked] = useState(false)
  const [turn, setTurn] = useState(0)
  const looking = useMutation({
    mutationFn: async (question: BulkQuestion) => ({ question, preview: await previewChange(question) }),
    onSuccess: () => setTurn(before => before + 1),
  })
  const operation = operationOf(typed)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setAsked(true)
    if (operation === undefined || chosen.size === 0) focusFirstInvalid(event.currentTarget)
    else looking.mutate({ planIds: [...chosen], operation })
  }
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        <PlanTicks
          plans={selectable.plans}
          chosen={chosen}
          onChange={next => {
            setChosen(next)
            looking.reset()
          }}
        />
        {open.length === 0 ? null : (
          <>
            <OperationFields
              typed={typed}
              selectable={selectable}
              asked={asked}
              set={change => {
                setTyped(before => ({ ...before, ...change }))
                looking.reset()
              }}
            />
            {asked && chosen.size === 0 ? <Note tone="error" compact title={t('new.choosePlans')} /> : null}
            {asked && operation === undefined ? <Note tone="error" compact title={t('new.missing')} /> : null}
            {looking.error === null ? null : <Failure error={looking.error} />}
            <div>
              <Button type="submit" pending={looking.isPending}>
                {t('new.look')}
              </Button>
            </div>
          </>
        )}
      </form>
      {looking.data === undefined ? null : (
        <PreviewPart
          key={turn}
          preview={looking.data.preview}
          operation={looking.data.question.operation}
          onAgain={() => looking.mutate(looking.data.question)}
        />
      )}
    </>
  )
}
