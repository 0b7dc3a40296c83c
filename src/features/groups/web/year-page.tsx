import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import type { GroupRow, YearChanged } from '../contract.ts'
import { allGroupsQuery, changeYear, forgetGroups, staffQuery } from './api.ts'
import styles from './groups.module.css'
import { texts } from './texts.ts'
import { YearPreview } from './year-preview.tsx'
import { type Edits, rowsOf, withNextCodes } from './year-rows.ts'
import { YearTable } from './year-table.tsx'

/** The change of year: one table, one look at what will happen, one button. */
export default function YearPage() {
  const t = useTexts(texts)
  const back = { to: '/groups', text: t('year.back') }
  const groups = useQuery(allGroupsQuery)
  const staff = useQuery(staffQuery)
  const [done, setDone] = useState<YearChanged>()
  const [times, setTimes] = useState(0)
  const [edits, setEdits] = useState<Edits>({})
  return (
    <AsyncPage query={groups} back={back}>
      {items => (
        <AsyncPage query={staff} back={back}>
          {({ items: teachers }) => (
            <Page title={t('year.title')} lead={t('year.lead')} back={back}>
              {done === undefined ? null : (
                <Done key={times} done={done} onUndone={() => setDone(undefined)} />
              )}
              {openOnes(items).length === 0 ? (
                <p>{t('year.noGroups')}</p>
              ) : (
                <>
                  <div className={styles.suggest}>
                    <Button onPress={() => setEdits(withNextCodes(openOnes(items), edits))}>
                      {t('year.suggest')}
                    </Button>
                    <p className={styles.quiet}>{t('year.suggestHint')}</p>
                  </div>
                  <YearTable groups={openOnes(items)} teachers={teachers} edits={edits} onEdit={setEdits} />
                  <YearPreview groups={items} teachers={teachers} edits={edits} done={done !== undefined}>
                    <Confirm
                      groups={openOnes(items)}
                      edits={edits}
                      onDone={result => {
                        setEdits({})
                        setDone(result)
                        setTimes(times + 1)
                      }}
                    />
                  </YearPreview>
                </>
              )}
            </Page>
          )}
        </AsyncPage>
      )}
    </AsyncPage>
  )
}

const openOnes = (groups: readonly GroupRow[]) => groups.filter(group => group.endsOn === undefined)

interface ConfirmProps {
  readonly groups: readonly GroupRow[]
  readonly edits: Edits
  readonly onDone: (result: YearChanged) => void
}

function Confirm({ edits, groups, onDone }: ConfirmProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const changing = useMutation({
    mutationFn: () => changeYear(rowsOf(groups, edits)),
    onSuccess: async result => {
      announce(t('year.done'))
      onDone(result)
      await forgetGroups(client)
    },
  })
  return (
    <>
      {changing.error === null ? null : <Failure error={changing.error} />}
      <Button look="primary" pending={changing.isPending} onPress={() => changing.mutate()}>
        {t('year.confirm')}
      </Button>
    </>
  )
}

/** What was done can be undone while the page is open: by another change of year. */
function Done({ done, onUndone }: { readonly done: YearChanged; readonly onUndone: () => void }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const undoing = useMutation({
    mutationFn: () => changeYear(done.undo),
    onSuccess: async () => {
      announce(t('year.undone'))
      onUndone()
      await forgetGroups(client)
    },
  })
  // The button was at the bottom: whoever pressed it reads on from what came of it.
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    note.current?.focus({ preventScroll: true })
    note.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div className={styles.done} ref={note} tabIndex={-1}>
      <Note tone="success" title={t('year.done')}>
        <p>{t('year.doneText', { count: done.students })}</p>
        {undoing.error === null ? null : <Failure error={undoing.error} />}
        {done.undo.length === 0 ? null : (
          <div className={styles.button}>
            <Button pending={undoing.isPending} onPress={() => undoing.mutate()}>
              {t('year.undo')}
            </Button>
          </div>
        )}
      </Note>
    </div>
  )
}
