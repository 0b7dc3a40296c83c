import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDateRange } from '../../../platform/i18n/format.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import { Note } from '../../../ui/note.tsx'
import type { DraftPlan, PreviewUnit } from '../contract-plan.ts'
import { weekWords } from '../rules-weeks.ts'
import { planQuery } from './api.ts'
import styles from './drafts.module.css'
import { texts } from './texts.ts'

interface PlanPreviewProps {
  readonly draftId: string
  readonly rowKey: string
  /** Of the row: an answer makes another plan. */
  readonly version: number
  readonly name: string
}

/** A student's plan as it would be saved, looked at from the row. */
export function PlanPreview({ draftId, name, rowKey, version }: PlanPreviewProps) {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.fix}
        aria-label={t('preview.openNamed', { name })}
        onClick={() => setOpen(true)}
      >
        {t('preview.open')}
      </button>
      {open ? (
        <Dialog title={t('preview.title', { name })} onClose={() => setOpen(false)}>
          <Loaded draftId={draftId} rowKey={rowKey} version={version} />
          <DialogButtons>
            <Button onPress={() => setOpen(false)}>{t('preview.close')}</Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </>
  )
}

function Loaded({ draftId, rowKey, version }: Omit<PlanPreviewProps, 'name'>) {
  const { language } = useLanguage()
  const query = useQuery(planQuery(draftId, rowKey, version, language))
  return <Async query={query}>{plan => <Shown plan={plan} />}</Async>
}

function Shown({ plan: { findings, names, units } }: { readonly plan: DraftPlan }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const nameOf = (code: string | undefined) => pickName(names[code ?? ''], language)?.text ?? code ?? ''
  const said = [...new Set(findings.map(({ text }) => text))]
  return (
    <div className={styles.preview}>
      <p className={styles.quiet}>{t('preview.lead')}</p>
      {said.length === 0 ? (
        <p>{t('preview.noFindings')}</p>
      ) : (
        <Note tone="warning" title={t('preview.findings', { count: said.length })}>
          <ul>
            {said.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Note>
      )}
      {units.length === 0 ? <p>{t('preview.noUnits')}</p> : null}
      {units.map((unit, at) => (
        // Two local units may have the same name.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is only read
        <UnitPart key={at} unit={unit} nameOf={nameOf} />
      ))}
    </div>
  )
}

interface UnitPartProps {
  readonly unit: PreviewUnit
  readonly nameOf: (code: string | undefined) => string
}

function UnitPart({ nameOf, unit: { code, demonstrations, name, of, periods } }: UnitPartProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const when = ({ end, start }: { readonly start: string; readonly end: string }) =>
    t('preview.when', { ...weekWords(start, end), days: formatDateRange(start, end, language) })
  const lines = [
    ...periods.map(({ method, place, ...days }) =>
      [when(days), nameOf(method), ...(place === undefined ? [] : [place])].join(', '),
    ),
    ...demonstrations.map(days => `${when(days)}, ${t('preview.demonstration')}`),
  ]
  return (
    <section>
      <h3>{[name ?? nameOf(code), ...(of === undefined ? [] : [nameOf(of)])].join(', ')}</h3>
      {lines.length === 0 ? (
        <p className={styles.quiet}>{t('preview.noPeriods')}</p>
      ) : (
        <ul>
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
