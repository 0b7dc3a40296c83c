import type { ReactNode } from 'react'
import { formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Answer, Buttons, Entry, Quiet, Said } from '../../../ui/entry.tsx'
import type { Tone } from '../../../ui/note.tsx'
import { FileList } from '../../evidence/web/public-files.tsx'
import type { Recognition, RecognitionState } from '../contract.ts'
import { isOpen } from '../rules.ts'
import { withdrawRecognition } from './api.ts'
import { PartName, partText } from './names.tsx'
import { RegisterReason, TextReason } from './reason.tsx'
import { texts } from './texts.ts'
import { useSending } from './use-sending.ts'

const tones: Readonly<Record<RecognitionState, Tone | 'neutral'>> = {
  asked: 'info',
  'with-assessors': 'info',
  recognised: 'success',
  refused: 'warning',
  withdrawn: 'neutral',
}

interface RequestEntryProps {
  readonly studentId: string
  readonly recognition: Recognition
  /** Files are shown to those who decide; the student has them above. */
  readonly withFiles: boolean
  /** Buttons and forms of those who decide. */
  readonly children?: ReactNode
}

/** A request with what it rests on, and its answer. */
export function RequestEntry({ children, recognition, studentId, withFiles }: RequestEntryProps) {
  const t = useTexts(texts)
  const { part, source, state, wish } = recognition
  return (
    <Entry title={<PartName part={part} />} aside={<Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>}>
      {wish === undefined ? null : <Said>{wish}</Said>}
      {source?.kind === 'register' ? <RegisterReason source={source} /> : null}
      {source?.kind === 'text' ? <TextReason source={source} evidence={recognition.evidence} /> : null}
      {recognition.evidence.map(({ files, id, title }) => (
        <div key={id}>
          <Quiet>{t('basedOn', { title })}</Quiet>
          {withFiles ? (
            <FileList studentId={studentId} evidenceId={id} files={files} mayChange={false} />
          ) : null}
        </div>
      ))}
      <Assessed recognition={recognition} />
      <Asked recognition={recognition} />
      <Decided recognition={recognition} />
      {children}
    </Entry>
  )
}

function Asked({ recognition: { askedAt, askedBy } }: { readonly recognition: Recognition }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const date = formatDay(askedAt, language)
  return (
    <Quiet>{askedBy === undefined ? t('askedOn', { date }) : t('askedBy', { name: askedBy, date })}</Quiet>
  )
}

function Assessed({ recognition: { assessors, sentOn } }: { readonly recognition: Recognition }) {
  const t = useTexts(texts)
  if (assessors === undefined || sentOn === undefined) return null
  return <p>{t('assessors', { names: assessors.map(one => one.name).join(', '), date: sentOn })}</p>
}

function Decided({ recognition }: { readonly recognition: Recognition }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { decidedAt, decidedBy, reason, route, state } = recognition
  if (decidedAt === undefined || reason === undefined) return null
  const date = formatDay(decidedAt, language)
  const by = decidedBy === undefined ? t('decidedOn', { date }) : t('decidedBy', { name: decidedBy, date })
  return (
    <>
      <Answer by={by}>{reason}</Answer>
      {state === 'recognised' && route !== undefined ? (
        <Quiet>{t('routeTold', { route: t(`routes.${route}`) })}</Quiet>
      ) : null}
    </>
  )
}

/** Taking back what nobody has decided. */
export function WithdrawButton({
  recognition,
  studentId,
}: Omit<RequestEntryProps, 'withFiles' | 'children'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const sending = useSending(() => withdrawRecognition(studentId, recognition), t('withdrawn'))
  if (!isOpen(recognition.state)) return null
  const part = partText(recognition.part, language)
  return (
    <>
      {sending.error === null ? null : <Failure error={sending.error} />}
      <Buttons>
        <Button
          look="quiet"
          label={t('ofPart', { action: t('withdraw'), part })}
          pending={sending.isPending}
          onPress={() => sending.mutate()}
        >
          {t('withdraw')}
        </Button>
      </Buttons>
    </>
  )
}
