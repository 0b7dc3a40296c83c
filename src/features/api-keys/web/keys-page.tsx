import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { ApiKey } from '../contract.ts'
import { keysQuery } from './api.ts'
import { CreateKey } from './create-key.tsx'
import { RevokeKey } from './revoke-key.tsx'
import { texts } from './texts.ts'

/** The keys with which registers send plans. */
export default function KeysPage() {
  const t = useTexts(texts)
  const keys = useQuery(keysQuery)
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey>()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/administration', text: t('back') }}
      actions={<Button onPress={() => setCreating(true)}>{t('create')}</Button>}
      width="medium"
    >
      <Async query={keys}>
        {({ items }) =>
          items.length === 0 ? <p>{t('empty')}</p> : <KeyTable keys={items} onRevoke={setRevoking} />
        }
      </Async>
      {creating ? <CreateKey onClose={() => setCreating(false)} /> : null}
      {revoking === undefined ? null : <RevokeKey apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </Page>
  )
}

interface KeyTableProps {
  readonly keys: readonly ApiKey[]
  readonly onRevoke: (key: ApiKey) => void
}

function KeyTable({ keys, onRevoke }: KeyTableProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const columns: readonly Column<ApiKey>[] = [
    { name: t('name'), heading: true, cell: key => key.name },
    { name: t('source'), cell: key => key.source },
    { name: t('keyName'), cell: key => <code>{key.keyName}</code> },
    { name: t('created'), cell: key => formatInstant(key.createdAt, language) },
    {
      name: t('state'),
      cell: key =>
        key.revokedAt === undefined ? (
          <Badge tone="success">{t('valid')}</Badge>
        ) : (
          t('revoked', { time: formatInstant(key.revokedAt, language) })
        ),
    },
    {
      name: t('revoke'),
      bare: true,
      cell: key =>
        key.revokedAt === undefined ? (
          <Button look="quiet" label={t('revokeKey', { name: key.name })} onPress={() => onRevoke(key)}>
            {t('revoke')}
          </Button>
        ) : null,
    },
  ]
  return <Table caption={t('caption')} columns={columns} rows={keys} rowKey={key => key.id} />
}
