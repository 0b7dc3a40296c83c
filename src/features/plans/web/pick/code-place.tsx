import { useQuery } from '@tanstack/react-query'
import { pickName } from '../../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import type { CodePage, CodeView } from '../../../codes/contract.ts'
import { codeKey, isInForce } from '../../../codes/rules.ts'
import { valueAt } from '../editor/body.ts'
import { useEditor } from '../editor-context.tsx'
import { ownName } from '../own-names.ts'
import { Field } from '../parts/places.tsx'
import { texts } from '../parts/texts.ts'
import { texts as planTexts } from '../texts.ts'
import { codesQuery } from './api.ts'

export interface ChosenCode {
  readonly code: string
  readonly codeVersion: number
}

interface CodePlaceProps {
  readonly pointer: string
  readonly label: string
  /** The code set from which one chooses. */
  readonly set: string
  /** The day on which the code must be in force. */
  readonly day: string
  readonly onChoose: (code: ChosenCode | undefined) => void
  /** Something must be chosen. */
  readonly demanded?: boolean
  readonly hint?: string
  readonly only?: (code: string) => boolean
}

/** One code of a small set, by its name. */
export function CodePlace({
  pointer,
  label,
  set,
  day,
  onChoose,
  demanded = false,
  hint,
  only,
}: CodePlaceProps) {
  const t = useTexts(texts)
  const { learn, plan } = useEditor()
  const { data } = useQuery(codesQuery(set))
  const name = useCodeName()
  const value = valueAt(plan, pointer)
  const present = typeof value === 'string' ? value : ''
  const codes = choosable(data, day).filter(code => only?.(code.uri) !== false)
  const known = codes.find(code => codeKey(code.uri) === codeKey(present))
  const options = [
    ...(demanded && present !== '' ? [] : [{ value: '', text: t('notChosen') }]),
    ...codes.map(code => ({ value: code.uri, text: name(code) })),
    ...(present === '' || known !== undefined
      ? []
      : [{ value: present, text: t('notInForce', { name: name({ uri: present, names: {} }) }) }]),
  ]
  const choose = (uri: string): void => {
    const code = codes.find(one => one.uri === uri)
    if (code !== undefined) {
      learn({ [code.uri]: code.names })
      onChoose({ code: code.uri, codeVersion: code.version ?? 1 })
    } else if (uri === '') onChoose(undefined)
  }
  const nameless = codes.some(code => name(code) === t('nameless', { code: code.value }))
  const told = hint ?? (nameless ? t('namesMissing') : undefined)
  return (
    <Field pointer={pointer}>
      <Choice
        label={label}
        value={known?.uri ?? present}
        options={options}
        onChange={choose}
        {...(told === undefined ? {} : { hint: told })}
      />
    </Field>
  )
}

function choosable(page: CodePage | undefined, day: string): readonly CodeView[] {
  return (page?.items ?? []).filter(code => code.vanished !== true && isInForce(code, day))
}

type OwnCode = keyof (typeof texts.fi)['codes']
const isOwn = (code: string): code is OwnCode => Object.hasOwn(texts.fi.codes, code)

/** The set's own name in the reader's language, else a word of ours, else the set's in another, else the code. */
export function useCodeName(): (code: Pick<CodeView, 'uri' | 'names'>) => string {
  const t = useTexts(texts)
  const planText = useTexts(planTexts)
  const { language } = useLanguage()
  return ({ names, uri }) => {
    const name = pickName(names, language)
    if (name?.language === language) return name.text
    const own = ownName(uri, planText) ?? (isOwn(uri) ? t(`codes.${uri}`) : undefined)
    return own ?? name?.text ?? t('nameless', { code: uri.slice(uri.indexOf('_') + 1) })
  }
}
