import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { Check } from '../../../ui/check.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useNameOf } from '../../qualifications/web/public-name.tsx'
import { bulkKinds, type Selectable } from '../contract.ts'
import { unitChoicesQuery, workplaceChoicesQuery } from './api.ts'
import styles from './bulk.module.css'
import { hoursOf, keyOf, type TypedOperation, wholeWeeks } from './operation.ts'
import { texts } from './texts.ts'

export interface FieldsProps {
  readonly typed: TypedOperation
  readonly set: (change: Partial<TypedOperation>) => void
  readonly selectable: Selectable
  /** Somebody wanted to go on: what is missing is told. */
  readonly asked: boolean
}

/** What is changed, and what that change needs to know. */
export function OperationFields(props: FieldsProps) {
  const { set, typed } = props
  const t = useTexts(texts)
  return (
    <>
      <Choice
        label={t('new.operation')}
        value={typed.kind}
        options={bulkKinds.map(value => ({ value, text: t(`new.kinds.${value}`) }))}
        onChange={kind => set({ kind, part: '' })}
      />
      {typed.kind === 'move-dates' ? <MoveFields {...props} /> : null}
      {typed.kind === 'add-unit' ? <AddFields {...props} /> : null}
      {typed.kind === 'move-dates' || typed.kind === 'add-unit' ? null : <PartFields {...props} />}
    </>
  )
}

function MoveFields({ asked, set, typed }: FieldsProps) {
  const t = useTexts(texts)
  return (
    <>
      <TextField
        label={t('new.weeks')}
        hint={t('new.weeksHint')}
        value={typed.weeks}
        onChange={weeks => set({ weeks })}
        error={wholeWeeks(typed.weeks) === undefined ? t('new.missing') : undefined}
      />
      {typed.ended ? null : (
        <DateField
          label={t('new.from')}
          hint={t('new.fromHint')}
          value={typed.from}
          onChange={from => set({ from })}
          error={asked && typed.from === '' ? t('new.missing') : undefined}
          required
        />
      )}
      <Check label={t('new.ended')} checked={typed.ended} onChange={ended => set({ ended })} />
      {typed.ended ? (
        <Note tone="warning" compact live="status" title={t('new.endedWarning')}>
          <p>{t('new.endedText')}</p>
        </Note>
      ) : null}
    </>
  )
}

function PartFields(props: FieldsProps) {
  const { asked, selectable, set, typed } = props
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const options = selectable.parts.map(part => ({
    value: keyOf(part),
    text: t('new.partOf', { name: nameOf(part.names, part.subjectArea ?? part.unit), count: part.plans }),
  }))
  const { kind } = typed
  const periods = kind === 'place-period' ? (['first', 'last'] as const) : (['first', 'last', 'all'] as const)
  return (
    <>
      <Choice
        label={t('new.part')}
        value={typed.part}
        options={[{ value: '', text: t('new.choosePart') }, ...options]}
        onChange={part => set({ part })}
      />
      {kind === 'set-hours' ? null : (
        <Choice
          label={t('new.which')}
          value={kind === 'place-period' && typed.which === 'all' ? 'last' : typed.which}
          options={periods.map(value => ({ value, text: t(`new.whichPeriod.${value}`) }))}
          onChange={which => set({ which })}
        />
      )}
      {kind === 'place-period' ? <DateFields {...props} /> : null}
      {kind === 'set-workplace' ? <WorkplaceFields {...props} /> : null}
      {kind === 'set-hours' ? (
        <TextField
          label={t('new.hours')}
          inputMode="numeric"
          value={typed.hours}
          onChange={hours => set({ hours })}
          error={asked && hoursOf(typed.hours) === undefined ? t('new.missing') : undefined}
          required
        />
      ) : null}
      {kind === 'add-note' ? (
        <TextField
          label={t('new.note')}
          hint={t('new.noteHint')}
          value={typed.note}
          onChange={note => set({ note })}
          error={asked && typed.note.trim() === '' ? t('new.missing') : undefined}
          maxLength={500}
          multiline
          required
        />
      ) : null}
    </>
  )
}

function DateFields({ asked, set, typed }: FieldsProps) {
  const t = useTexts(texts)
  const missing = (value: string) => (asked && value === '' ? t('new.missing') : undefined)
  return (
    <div className={styles.pair}>
      <DateField
        label={t('new.start')}
        value={typed.start}
        onChange={start => set({ start })}
        error={missing(typed.start)}
        required
      />
      <DateField
        label={t('new.end')}
        value={typed.end}
        onChange={end => set({ end })}
        error={missing(typed.end)}
        required
      />
    </div>
  )
}

function AddFields(props: FieldsProps) {
  const { asked, selectable, set, typed } = props
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const diaryNumber = typed.diaryNumber === '' ? (selectable.diaryNumbers[0] ?? '') : typed.diaryNumber
  const { data } = useQuery(unitChoicesQuery(diaryNumber))
  const units = (data?.groups ?? []).flatMap(group =>
    group.units.map(unit => ({
      id: unit.code,
      text: nameOf(unit.names, unit.code),
      group: nameOf(group.path.at(-1), ''),
    })),
  )
  const areas = (data?.commonUnits ?? []).flatMap(unit =>
    unit.subjectAreas.map(area => ({
      id: keyOf({ unit: unit.code, subjectArea: area.code }),
      text: nameOf(area.names, area.code),
      group: nameOf(unit.names, unit.code),
    })),
  )
  const options = [...units, ...areas]
  return (
    <>
      {selectable.diaryNumbers.length < 2 ? null : (
        <Choice
          label={t('new.qualification')}
          value={diaryNumber}
          options={selectable.diaryNumbers.map(value => ({ value, text: value }))}
          onChange={chosen => set({ diaryNumber: chosen, part: '' })}
        />
      )}
      <ComboBox
        label={t('new.unit')}
        value={options.find(option => option.id === typed.part)}
        options={options}
        onChoose={part => set({ part, diaryNumber })}
        onClear={() => set({ part: '' })}
        error={asked && typed.part === '' ? t('new.choosePart') : undefined}
        emptyText={t('new.noMatch')}
        openLabel={t('new.open')}
        required
      />
      <DateFields {...props} />
    </>
  )
}

function WorkplaceFields({ asked, set, typed }: FieldsProps) {
  const t = useTexts(texts)
  const { data, isFetching } = useQuery(workplaceChoicesQuery(typed.workplace.trim()))
  const options = (data?.items ?? []).map(({ businessId, name }) => ({
    id: `${name}\n${businessId ?? ''}`,
    text: name,
    detail: businessId,
  }))
  const missing = (value: string) => (asked && value.trim() === '' ? t('new.missing') : undefined)
  return (
    <>
      <ComboBox
        label={t('new.workplace')}
        hint={t('new.workplaceHint')}
        value={{ id: '', text: typed.workplace }}
        options={options}
        onType={workplace => set({ workplace })}
        onChoose={id => {
          const chosen = options.find(option => option.id === id)
          if (chosen !== undefined) set({ workplace: chosen.text, businessId: chosen.detail ?? '' })
        }}
        error={missing(typed.workplace)}
        emptyText={t(isFetching ? 'new.searching' : 'new.noMatch')}
        openLabel={t('new.open')}
        maxLength={500}
        required
      />
      <TextField
        label={t('new.businessId')}
        value={typed.businessId}
        onChange={businessId => set({ businessId })}
        maxLength={50}
      />
      <TextField
        label={t('new.instructor')}
        value={typed.instructor}
        onChange={instructor => set({ instructor })}
        error={missing(typed.instructor)}
        maxLength={500}
        required
      />
      <div className={styles.pair}>
        <TextField
          label={t('new.email')}
          inputMode="email"
          value={typed.email}
          onChange={email => set({ email })}
          maxLength={256}
        />
        <TextField
          label={t('new.phone')}
          inputMode="tel"
          value={typed.phone}
          onChange={phone => set({ phone })}
          maxLength={256}
        />
      </div>
    </>
  )
}
