import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { TemplateVersionRow } from '../contract-api.ts'
import { restoreTemplate, versionQuery, versionsQuery } from './api.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'

interface VersionsPartProps {
  readonly id: string
  readonly newest: number
  readonly onRestored: () => void
}

/** Earlier versions: who saved them and why, how the newest differs, and the way back. */
export function VersionsPart({ id, newest, onRestored }: VersionsPartProps) {
  const t = useTexts(texts)
  const [open, setOpen] = useState<number>()
  return (
    <Section id="versions" title={t('versions.title')}>
      <Async query={useQuery(versionsQuery(id))}>
        {({ items }) => (
          <ul className={styles.list}>
            {items.map(item => (
              <li key={item.version}>
                <VersionLine
                  item={item}
                  newest={newest}
                  open={open === item.version}
                  onOpen={() => setOpen(open === item.version ? undefined : item.version)}
                />
                {open === item.version ? (
                  <Compared {...{ id, newest, onRestored }} version={item.version} />
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Async>
    </Section>
  )
}

interface VersionLineProps {
  readonly item: TemplateVersionRow
  readonly newest: number
  readonly open: boolean
  readonly onOpen: () => void
}

function VersionLine({ item, newest, onOpen, open }: VersionLineProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { author, reason, savedAt, version } = item
  const date = formatInstant(savedAt, language)
  return (
    <div className={styles.unitHead}>
      <div className={styles.stack}>
        <span className={styles.row}>
          <strong>
            {t('columns.version')} {version}
          </strong>
          {version === newest ? <Badge tone="neutral">{t('versions.newest')}</Badge> : null}
        </span>
        <span className={styles.quiet}>
          {author === undefined ? t('versions.byNobody', { date }) : t('versions.by', { author, date })}
        </span>
        {reason === undefined ? null : <span>{reason}</span>}
      </div>
      {version === newest ? null : (
        <Button
          look="quiet"
          label={open ? t('versions.close') : t('versions.lookAt', { version })}
          onPress={onOpen}
        >
          {t(open ? 'versions.close' : 'versions.look')}
        </Button>
      )}
    </div>
  )
}

function Compared({ id, newest, onRestored, version }: VersionsPartProps & { readonly version: number }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const announce = useAnnounce()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const restoring = useMutation({
    mutationFn: () => restoreTemplate(id, version, reason.trim(), newest),
    onSuccess: () => {
      announce(t('versions.restored', { version }))
      onRestored()
    },
  })
  const restore = (): void => {
    setAsked(true)
    if (reason.trim() !== '') restoring.mutate()
  }
  return (
    <div className={styles.inside}>
      <Async query={useQuery(versionQuery(id, version, newest, language))}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p>{t('versions.same')}</p>
          ) : (
            <div>
              <h3>{t('versions.changes', { version, newest })}</h3>
              <ul className={styles.bullets}>
                {changes.map(change => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </div>
          )
        }
      </Async>
      <div className={styles.form}>
        <TextField
          label={t('versions.restoreReason')}
          value={reason}
          onChange={setReason}
          error={asked && reason.trim() === '' ? t('versions.restoreProblem') : undefined}
          maxLength={500}
          required
        />
        {restoring.error === null ? null : <Failure error={restoring.error} />}
        <div>
          <Button pending={restoring.isPending} onPress={restore}>
            {t('versions.restore')}
          </Button>
        </div>
      </div>
    </div>
  )
}
