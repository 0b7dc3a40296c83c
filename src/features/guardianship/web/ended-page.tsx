import { useTexts } from '../../../platform/web/language.tsx'
import { Page } from '../../../ui/page.tsx'
import type { EndReason } from '../contract.ts'
import { texts } from './texts.ts'

/** A guardian's part is over, or has not begun: why, and what is still possible. */
export function EndedPage({ reasons }: { readonly reasons: readonly EndReason[] }) {
  const t = useTexts(texts)
  return (
    <Page title={t('ended.title')} width="reading">
      {reasons.length === 0 ? <p>{t('ended.none')}</p> : null}
      {reasons.map(reason => (
        <p key={reason}>{t(`ended.${reason}`)}</p>
      ))}
    </Page>
  )
}
