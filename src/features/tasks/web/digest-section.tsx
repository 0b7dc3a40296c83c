import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSaving } from '../../../platform/web/use-saving.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Section } from '../../../ui/section.tsx'
import { type DigestView, type Rhythm, rhythms } from '../contract.ts'
import { digestQuery, saveDigest } from './api.ts'
import styles from './tasks.module.css'
import { texts } from './texts.ts'

/** How often the list comes by e-mail; and why it does not, where it cannot. */
export function DigestSection() {
  const t = useTexts(texts)
  const query = useQuery(digestQuery)
  return (
    <Section id="digest" title={t('digest.title')}>
      <p>{t('digest.lead')}</p>
      <Async query={query}>{view => <DigestChoice view={view} />}</Async>
    </Section>
  )
}

function DigestChoice({ view }: { readonly view: DigestView }) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const saving = useSaving(saveDigest, digestQuery.queryKey, () => announce(t('digest.saved')))
  return (
    <>
      <div className={styles.choice}>
        <Choice<Rhythm>
          label={t('digest.label')}
          value={view.rhythm}
          options={rhythms.map(rhythm => ({ value: rhythm, text: t(`digest.rhythms.${rhythm}`) }))}
          onChange={rhythm => saving.mutate({ rhythm })}
        />
      </div>
      {saving.error === null ? null : <Failure error={saving.error} />}
      {view.mail ? null : <p>{t('digest.noMail')}</p>}
      {view.mail && !view.address ? <p>{t('digest.noAddress')}</p> : null}
    </>
  )
}
