import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Invitation } from '../contract.ts'
import { decideInvitation, invitationsKey, waitingQuery } from './api.ts'
import styles from './invitations.module.css'
import { texts } from './texts.ts'

/** Who signed in as whom, to be confirmed or refused by somebody who knows. */
export default function WaitingPage() {
  const t = useTexts(texts)
  const query = useQuery(waitingQuery)
  return (
    <AsyncPage query={query}>
      {({ items }) => (
        <Page title={t('waiting.title')} lead={t('waiting.lead')} width="medium">
          {items.length === 0 ? <p>{t('waiting.none')}</p> : <WaitingTable items={items} />}
        </Page>
      )}
    </AsyncPage>
  )
}

function WaitingTable({ items }: { readonly items: readonly Invitation[] }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const columns: readonly Column<Invitation>[] = [
    { name: t('waiting.signedIn'), heading: true, cell: row => <Claimed row={row} /> },
    {
      name: t('waiting.invited'),
      cell: ({ guardian, kind }) =>
        kind === 'student'
          ? t('waiting.invitedStudent')
          : t('waiting.invitedGuardian', { name: guardian?.name ?? t('unnamed') }),
    },
    {
      name: t('waiting.student'),
      cell: ({ student }) => <Link to={`/students/${student.id}`}>{student.name ?? student.id}</Link>,
    },
    {
      name: t('waiting.at'),
      cell: ({ claim }) => (claim === undefined ? null : formatInstant(claim.at, language)),
    },
    { name: t('waiting.decide'), bare: true, cell: row => <Decision row={row} /> },
  ]
  return <Table caption={t('waiting.caption')} columns={columns} rows={items} rowKey={row => row.id} />
}

function Claimed({ row }: { readonly row: Invitation }) {
  const t = useTexts(texts)
  return (
    <>
      {row.claim?.name ?? t('waiting.noName')}
      <span className={styles.quiet}>{t('waiting.by', { issuer: row.claim?.issuer ?? '' })}</span>
    </>
  )
}

function Decision({ row }: { readonly row: Invitation }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const name = row.claim?.name ?? t('waiting.noName')
  const deciding = useMutation({
    mutationFn: decideInvitation,
    onSuccess: async (_, { confirm }) => {
      announce(t(confirm ? 'waiting.confirmed' : 'waiting.refused'))
      await client.invalidateQueries({ queryKey: invitationsKey })
    },
  })
  const decide = (confirm: boolean): void => deciding.mutate({ id: row.id, confirm })
  return (
    <div className={styles.actions}>
      {deciding.error === null ? null : <Failure error={deciding.error} />}
      <Button label={t('waiting.confirmNamed', { name })} onPress={() => setAsking(true)}>
        {t('waiting.confirm')}
      </Button>
      <Button
        look="quiet"
        label={t('waiting.refuseNamed', { name })}
        pending={deciding.isPending}
        onPress={() => decide(false)}
      >
        {t('waiting.refuse')}
      </Button>
      {asking ? (
        <Dialog title={t('waiting.sureTitle')} onClose={() => setAsking(false)}>
          <p>{t('waiting.sureText', { name, student: row.student.name ?? '' })}</p>
          <DialogButtons>
            <Button
              look="primary"
              onPress={() => {
                setAsking(false)
                decide(true)
              }}
            >
              {t('waiting.sureConfirm')}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('dialog.cancel')}</Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </div>
  )
}
