import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Name } from '../../qualifications/web/public-name.tsx'
import type { ReceivedGift } from '../contract-gifts.ts'
import { forgetTemplates, receivedQuery, takeGift } from './api.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'

/** What other providers give: of each template its newest version, to be copied. */
export default function ReceivedPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(receivedQuery)
  const columns: readonly Column<ReceivedGift>[] = [
    { name: t('columns.name'), heading: true, cell: gift => gift.name },
    {
      name: t('columns.qualification'),
      cell: gift => <Name names={gift.qualificationNames} otherwise={gift.diaryNumber} />,
    },
    {
      name: t('gifts.from'),
      cell: gift => (
        <span className={styles.stack}>
          {gift.giver}
          <span className={styles.quiet}>{formatDay(gift.givenAt, language)}</span>
        </span>
      ),
    },
    { name: t('columns.version'), cell: gift => gift.version },
    { name: t('gifts.take'), bare: true, cell: gift => <Taking gift={gift} /> },
  ]
  return (
    <Page
      title={t('gifts.received')}
      lead={t('gifts.receivedLead')}
      back={{ to: '/templates', text: t('back') }}
    >
      <Async query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Note tone="info" title={t('gifts.noneReceived')} />
          ) : (
            <Table caption={t('gifts.received')} columns={columns} rows={items} rowKey={gift => gift.id} />
          )
        }
      </Async>
    </Page>
  )
}

function Taking({ gift }: { readonly gift: ReceivedGift }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const taking = useMutation({
    mutationFn: () => takeGift(gift.id),
    onSuccess: async ({ id }) => {
      announce(t('gifts.taken'))
      await forgetTemplates(client)
      await navigate(`/templates/${id}`)
    },
  })
  const { copy } = gift
  const newer = copy !== undefined && copy.version < gift.version
  return (
    <div className={styles.stack}>
      {copy === undefined ? null : (
        <Link to={`/templates/${copy.templateId}`} aria-label={t('gifts.openCopy', { name: gift.name })}>
          {t('gifts.copy', { version: copy.version })}
        </Link>
      )}
      {copy !== undefined && !newer ? null : (
        <Button
          pending={taking.isPending}
          label={t('gifts.takeOf', { name: gift.name })}
          onPress={() => taking.mutate()}
        >
          {t(newer ? 'gifts.takeNewer' : 'gifts.take')}
        </Button>
      )}
      {taking.error === null ? null : <Failure error={taking.error} />}
    </div>
  )
}
