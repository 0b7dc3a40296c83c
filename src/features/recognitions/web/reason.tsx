import { Fragment } from 'react'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Quiet } from '../../../ui/entry.tsx'
import type { RegisterSource, TextSource } from '../contract.ts'
import styles from './recognitions.module.css'
import { texts } from './texts.ts'

/** Why a record of the register suggests a part: how they answer to each other, then the record. */
export function RegisterReason({ source }: { readonly source: RegisterSource }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { assessedOn, code, diaryNumber, grade, match, names, points } = source
  const name = pickName(names, language)?.text ?? code
  const told = [
    t('record', { name }),
    ...(grade === undefined ? [] : [t('grade', { grade })]),
    ...(assessedOn === undefined ? [] : [t('assessedOn', { date: assessedOn })]),
    ...(points === undefined ? [] : [t('points', { points })]),
  ]
  const why =
    match === 'replaced' ? t('matches.replaced', { diary: diaryNumber ?? '–' }) : t(`matches.${match}`)
  return (
    <>
      <p>{told.join(', ')}</p>
      <Quiet>{why}</Quiet>
    </>
  )
}

interface TextReasonProps {
  readonly source: TextSource
  readonly evidence: readonly { readonly id: string; readonly title: string }[]
}

/** The passages that answered, with the words in which they did. */
export function TextReason({ evidence, source }: TextReasonProps) {
  const t = useTexts(texts)
  const title = evidence.find(one => one.id === source.evidenceId)?.title ?? '–'
  return (
    <>
      <p>{t('text', { title })}</p>
      <ul className={styles.passages}>
        {source.passages.map(({ language, text, words }) => (
          <li key={text} lang={language}>
            <Marked text={text} words={words} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const pieces = text.split(/([\p{L}\p{N}]+)/u)
  return pieces.map((piece, at) => {
    const key = `${at} ${piece}`
    return words.includes(piece.toLowerCase()) ? (
      <mark key={key}>{piece}</mark>
    ) : (
      <Fragment key={key}>{piece}</Fragment>
    )
  })
}
