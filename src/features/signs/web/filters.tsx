import { useTexts } from '../../../platform/web/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import type { StudentChoices } from '../../students/contract-list.ts'
import { type SignKind, type SignState, signKinds } from '../contract.ts'
import type { SignFilters } from './api.ts'
import styles from './signs.module.css'
import { texts } from './texts.ts'

const states: readonly SignState[] = ['open', 'decided', 'over']

/** Whoever teaches somebody begins with the own students. What an address says wrongly says nothing. */
export function filtersOf(parameters: URLSearchParams, teaches: boolean): SignFilters {
  const kind = signKinds.find(one => one === parameters.get('kind'))
  const state = states.find(one => one === parameters.get('state')) ?? 'open'
  const group = parameters.get('group') ?? ''
  const mine = teaches && parameters.get('scope') !== 'all'
  return {
    state,
    ...(kind === undefined ? {} : { kind }),
    ...(group === '' ? {} : { group }),
    ...(mine ? { mine } : {}),
  }
}

interface FiltersProps {
  readonly choices: StudentChoices
  readonly filters: SignFilters
  readonly onChange: (parameters: Record<string, string>) => void
}

export function Filters({ choices, filters, onChange }: FiltersProps) {
  const t = useTexts(texts)
  const { group = '', kind = '', mine = false, state = 'open' } = filters
  const now = { kind, state, group, scope: mine || !choices.mine ? '' : 'all' }
  const change = (part: Partial<typeof now>): void =>
    onChange(Object.fromEntries(Object.entries({ ...now, ...part }).filter(([, value]) => value !== '')))
  return (
    <fieldset className={styles.filters}>
      <legend>{t('filters')}</legend>
      {choices.mine ? (
        <Choice
          label={t('mine')}
          value={mine ? 'mine' : 'all'}
          options={[
            { value: 'mine', text: t('mineYes') },
            { value: 'all', text: t('mineNo') },
          ]}
          onChange={scope => change({ scope: scope === 'mine' ? '' : scope })}
        />
      ) : null}
      <Choice
        label={t('group')}
        value={group}
        options={[
          { value: '', text: t('groupAny') },
          ...choices.groups.map(({ code, name }) => ({
            value: code,
            text: name === undefined ? code : `${code} ${name}`,
          })),
        ]}
        onChange={value => change({ group: value })}
      />
      <Choice<SignKind | ''>
        label={t('kind')}
        value={kind}
        options={[
          { value: '', text: t('kindAny') },
          ...signKinds.map(value => ({ value, text: t(`kinds.${value}`) })),
        ]}
        onChange={value => change({ kind: value })}
      />
      <Choice<SignState>
        label={t('state')}
        value={state}
        options={states.map(value => ({ value, text: t(`states.${value}`) }))}
        onChange={value => change({ state: value })}
      />
    </fieldset>
  )
}
