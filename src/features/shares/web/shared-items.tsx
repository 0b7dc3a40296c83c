import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatDate, formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Entries, Entry, Quiet } from '../../../ui/entry.tsx'
import type { Share } from '../contract.ts'
import { revokeShare, sharesQuery } from './api.ts'
import { texts } from './texts.ts'

/** What has been shared with whom, and when it was opened. */
export function SharedItems({ items }: { readonly items: readonly Share[] }) {
  const t = useTexts(texts)
  return (
    <>
      <h3>{t('own')}</h3>
      <Entries>
        {items.map(share => (
          <SharedItem key={share.id} share={share} />
        ))}
      </Entries>
    </>
  )
}

function SharedItem({ share }: { readonly share: Share }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { lastDay, opened, openings, parts, recipient, state } = share
  const revoking = useMutation({
    mutationFn: revokeShare,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: sharesQuery.queryKey })
      announce(t('revoked'))
    },
  })
  const last = openings[0]
  return (
    <Entry title={recipient}>
      <Quiet>
        {t('parts', { count: parts.length })}. {t(`states.${state}`, { date: formatDate(lastDay, language) })}
      </Quiet>
      <p>
        {last === undefined
          ? t('notOpened')
          : t('opened', { count: opened, time: formatInstant(last, language) })}
      </p>
      {openings.length < 2 ? null : (
        <Disclosure title={t('openings')}>
          <ul>
            {openings.map(at => (
              <li key={at}>{formatInstant(at, language)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {revoking.error === null ? null : <Failure error={revoking.error} />}
      {state === 'open' ? (
        <div>
          <Button
            look="quiet"
            label={t('revokeNamed', { name: recipient })}
            pending={revoking.isPending}
            onPress={() => revoking.mutate(share.id)}
          >
            {t('revoke')}
          </Button>
        </div>
      ) : null}
    </Entry>
  )
}
