import { Link } from 'react-router'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { DraftPage, DraftRow } from '../contract.ts'
import styles from './drafts.module.css'
import { PlanPreview } from './plan-preview.tsx'
import { texts } from './texts.ts'
import { useNameOf } from './words.ts'

interface RowNotesProps {
  readonly draftId: string
  readonly row: DraftRow
  readonly names: DraftPage['names']
  readonly onLeave: () => void
}

/** What the draft did of itself for one student, quietly, and the way out of the draft. */
export function RowNotes({ draftId, names, onLeave, row }: RowNotesProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const { leftOut, moved, otherArea, planId, unchanged } = row
  const told = leftOut.map(({ code, name, why }) => {
    const unit = name ?? pickName(names[code ?? ''], language)?.text ?? code ?? ''
    return `${unit}: ${t(`why.${why}`)}`
  })
  return (
    <div className={styles.notes}>
      {planId === undefined ? null : (
        <span>{t(unchanged === true ? 'page.addsNothing' : 'page.hasPlan')}</span>
      )}
      {otherArea === undefined ? null : (
        <span>
          {t('page.otherArea', { area: pickName(names[otherArea], language)?.text ?? otherArea })}{' '}
          <Link to="/group-drafts/new">{t('page.otherTemplate')}</Link>
        </span>
      )}
      {moved === 0 ? null : <span>{t('page.moved', { count: moved })}</span>}
      {told.length === 0 ? null : (
        <details>
          <summary>{t('page.left', { count: told.length })}</summary>
          <ul>
            {told.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <PlanPreview draftId={draftId} rowKey={row.key} version={row.version} name={nameOf(row)} />
      <button
        type="button"
        className={styles.leave}
        aria-label={t('page.leaveNamed', { name: nameOf(row) })}
        onClick={onLeave}
      >
        {t('page.leave')}
      </button>
    </div>
  )
}
