import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Section } from '../../../ui/section.tsx'
import type { GivenGift, GivenGifts } from '../contract-gifts.ts'
import { givenQuery, giveTemplate, withdrawGift } from './api.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'

interface GiftsPartProps {
  readonly id: string
  readonly version: number
}

/** Gives the newest version to one provider or to all, and takes it back. */
export function GiftsPart({ id, version }: GiftsPartProps) {
  const t = useTexts(texts)
  return (
    <Section id="gifts" title={t('gifts.title')}>
      <p className={styles.quiet}>{t('gifts.text')}</p>
      <Async query={useQuery(givenQuery(id))}>
        {({ items, receivers }) => (
          <>
            <Giving id={id} version={version} receivers={receivers} />
            <ul className={styles.list}>
              {items.map(gift => (
                <Given key={gift.id} id={id} gift={gift} />
              ))}
            </ul>
          </>
        )}
      </Async>
    </Section>
  )
}

function Giving({ id, receivers, version }: GiftsPartProps & Pick<GivenGifts, 'receivers'>) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [receiver, setReceiver] = useState('')
  const giving = useMutation({
    mutationFn: () => giveTemplate(id, receiver === '' ? {} : { receiverId: receiver }),
    onSuccess: async () => {
      announce(t('gifts.gave'))
      await client.invalidateQueries({ queryKey: givenQuery(id).queryKey })
    },
  })
  return (
    <div className={styles.form}>
      <Choice
        label={t('gifts.to')}
        value={receiver}
        options={[
          { value: '', text: t('gifts.all') },
          ...receivers.map(one => ({ value: one.id, text: one.name })),
        ]}
        onChange={setReceiver}
      />
      {giving.error === null ? null : <Failure error={giving.error} />}
      <div>
        <Button pending={giving.isPending} onPress={() => giving.mutate()}>
          {t('gifts.give', { version })}
        </Button>
      </div>
    </div>
  )
}

function Given({ gift, id }: { readonly gift: GivenGift; readonly id: string }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const client = useQueryClient()
  const announce = useAnnounce()
  const receiver = gift.receiver ?? t('gifts.everybody')
  const withdrawing = useMutation({
    mutationFn: () => withdrawGift(gift.id),
    onSuccess: async () => {
      announce(t('gifts.withdrew'))
      await client.invalidateQueries({ queryKey: givenQuery(id).queryKey })
    },
  })
  const date = formatDay(gift.givenAt, language)
  return (
    <li className={styles.row}>
      {t('gifts.givenTo', { receiver, version: gift.version, date })}
      {gift.withdrawn ? (
        <Badge tone="neutral">{t('gifts.withdrawn')}</Badge>
      ) : (
        <Button
          look="quiet"
          pending={withdrawing.isPending}
          label={t('gifts.withdrawOf', { receiver, version: gift.version })}
          onPress={() => withdrawing.mutate()}
        >
          {t('gifts.withdraw')}
        </Button>
      )}
      {withdrawing.error === null ? null : <Failure error={withdrawing.error} />}
    </li>
  )
}
