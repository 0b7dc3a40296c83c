import { useState } from 'react'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSaving } from '../../../platform/web/use-saving.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { DemoServicesView } from '../contract.ts'
import { demoServicesQuery, takeAway } from './api.ts'
import { texts } from './texts.ts'

type Held = DemoServicesView['plans'][number]

/** What the demo's national service has of this provider. */
export function HeldPlans({ view: { count, plans } }: { readonly view: DemoServicesView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [taking, setTaking] = useState<number>()
  if (plans.length === 0) return <p>{t('none')}</p>
  const columns: readonly Column<Held>[] = [
    { name: t('student'), heading: true, cell: plan => plan.studentOid },
    { name: t('studyRight'), cell: plan => plan.studyRightOid },
    { name: t('nationalId'), cell: plan => plan.nationalId },
    {
      name: t('changedAt'),
      cell: ({ changedAt }) =>
        changedAt === undefined ? t('fromStart') : formatInstant(changedAt, language),
    },
    {
      name: t('take'),
      bare: true,
      cell: ({ nationalId: id }) => (
        <Button look="quiet" label={t('takeOf', { id: String(id) })} onPress={() => setTaking(id)}>
          {t('take')}
        </Button>
      ),
    },
  ]
  return (
    <>
      {count > plans.length ? <p>{t('newest', { count: plans.length })}</p> : null}
      <Table caption={t('caption')} columns={columns} rows={plans} rowKey={plan => String(plan.nationalId)} />
      {taking === undefined ? null : <TakeAway id={taking} onClose={() => setTaking(undefined)} />}
    </>
  )
}

/** Asks first, and says that the real thing is done elsewhere. */
function TakeAway({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const taking = useSaving(takeAway, demoServicesQuery.queryKey, () => {
    announce(t('taken'))
    onClose()
  })
  return (
    <Dialog title={t('takeTitle')} onClose={onClose}>
      <p>{t('takeText', { id: String(id) })}</p>
      {taking.error === null ? null : <Failure error={taking.error} />}
      <DialogButtons>
        <Button look="primary" pending={taking.isPending} onPress={() => taking.mutate(id)}>
          {t('take')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
