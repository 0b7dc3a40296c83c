import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { Page } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useNameOf } from '../../qualifications/web/public-name.tsx'
import type { NewTemplate } from '../contract-api.ts'
import { areasQuery, createTemplate, forgetTemplates, qualificationChoicesQuery } from './api.ts'
import { PlanChoice } from './plan-choice.tsx'
import styles from './templates.module.css'
import { texts } from './texts.ts'

type From = NewTemplate['from']['kind']

interface Chosen {
  readonly id: number
  readonly diaryNumber: string
  readonly text: string
}

interface Typed {
  readonly from: From
  readonly qualification: Chosen | undefined
  readonly area: string
  readonly name: string
  readonly group: string
  readonly planId: string
}

const nothing: Typed = {
  from: 'structure',
  qualification: undefined,
  area: '',
  name: '',
  group: '',
  planId: '',
}

function wishOf({ area, from, group, name, planId, qualification }: Typed): NewTemplate | undefined {
  if (name.trim() === '') return undefined
  const about = {
    name: name.trim(),
    ...(area === '' ? {} : { competenceArea: area }),
    ...(group.trim() === '' ? {} : { groupCode: group.trim() }),
  }
  if (from === 'plan') return planId === '' ? undefined : { ...about, from: { kind: from, planId } }
  return qualification && { ...about, diaryNumber: qualification.diaryNumber, from: { kind: from } }
}

export default function NewTemplatePage() {
  const t = useTexts(texts)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(nothing)
  const [asked, setAsked] = useState(false)
  const set = (change: Partial<Typed>): void => setTyped(before => ({ ...before, ...change }))
  const creating = useMutation({
    mutationFn: createTemplate,
    onSuccess: async ({ id }) => {
      await forgetTemplates(client)
      await navigate(`/templates/${id}`)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setAsked(true)
    const wish = wishOf(typed)
    if (wish === undefined) focusFirstInvalid(event.currentTarget)
    else creating.mutate(wish)
  }
  const problem = (missing: boolean, text: string) => (asked && missing ? text : undefined)
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      back={{ to: '/templates', text: t('back') }}
      width="reading"
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <FromChoice value={typed.from} onChange={from => set({ from })} />
        {typed.from === 'plan' ? (
          <PlanChoice
            value={typed.planId}
            onChange={planId => set({ planId })}
            error={problem(typed.planId === '', t('new.choosePlan'))}
          />
        ) : (
          <QualificationChoice
            value={typed.qualification}
            onChange={qualification => set({ qualification, area: '' })}
            error={problem(typed.qualification === undefined, t('new.chooseQualification'))}
          />
        )}
        {typed.from === 'plan' || typed.qualification === undefined ? null : (
          <AreaChoice id={typed.qualification.id} value={typed.area} onChange={area => set({ area })} />
        )}
        <TextField
          label={t('new.name')}
          hint={t('new.nameHint')}
          value={typed.name}
          onChange={name => set({ name })}
          error={problem(typed.name.trim() === '', t('new.giveName'))}
          maxLength={200}
          required
        />
        <TextField
          label={t('new.group')}
          hint={t('new.groupHint')}
          value={typed.group}
          onChange={group => set({ group })}
          maxLength={60}
        />
        {creating.error === null ? null : <Failure error={creating.error} />}
        <div>
          <Button type="submit" look="primary" pending={creating.isPending}>
            {t('new.create')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

function FromChoice({ onChange, value }: { readonly value: From; readonly onChange: (from: From) => void }) {
  const t = useTexts(texts)
  const name = useId()
  const readsPlans = ['teacher', 'guidance'] as const
  const roles = useSignedIn()?.roles ?? []
  const ways: readonly From[] = readsPlans.some(role => roles.includes(role))
    ? ['structure', 'plan', 'scratch']
    : ['structure', 'scratch']
  return (
    <fieldset className={styles.choices}>
      <legend>{t('new.from')}</legend>
      {ways.map(way => (
        <label key={way} className={styles.radio}>
          <input type="radio" name={name} checked={value === way} onChange={() => onChange(way)} />
          {t(`new.${way}`)}
          <span>{t(`new.${way}Hint`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface QualificationChoiceProps {
  readonly value: Chosen | undefined
  readonly onChange: (chosen: Chosen | undefined) => void
  readonly error: string | undefined
}

function QualificationChoice({ error, onChange, value }: QualificationChoiceProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const [text, setText] = useState('')
  const { data, isFetching } = useQuery(qualificationChoicesQuery(text.trim()))
  const options = (data?.items ?? []).map(one => ({
    id: String(one.id),
    text: nameOf(one.names, one.diaryNumber),
    detail: one.diaryNumber,
  }))
  return (
    <ComboBox
      label={t('new.qualification')}
      hint={t('new.qualificationHint')}
      error={error}
      required
      value={value && { id: String(value.id), text: value.text, detail: value.diaryNumber }}
      options={options}
      onSearch={setText}
      onClear={() => onChange(undefined)}
      onChoose={id => {
        const found = data?.items.find(one => String(one.id) === id)
        if (found === undefined) return
        onChange({
          id: found.id,
          diaryNumber: found.diaryNumber,
          text: nameOf(found.names, found.diaryNumber),
        })
      }}
      emptyText={t(isFetching ? 'new.searching' : 'new.noMatch')}
      openLabel={t('new.open')}
    />
  )
}

interface AreaChoiceProps {
  readonly id: number
  readonly value: string
  readonly onChange: (area: string) => void
}

function AreaChoice({ id, onChange, value }: AreaChoiceProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const areas = useQuery(areasQuery(id)).data?.qualification.competenceAreas ?? []
  if (areas.length === 0) return null
  return (
    <Choice
      label={t('new.area')}
      value={value}
      options={[
        { value: '', text: t('new.noArea') },
        ...areas.map(({ codeUri, names }) => ({ value: codeUri, text: nameOf(names, codeUri) })),
      ]}
      onChange={onChange}
    />
  )
}
