import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Async } from '../../../ui/async.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import type { GroupRow } from '../contract.ts'
import { groupsQuery, type Which } from './api.ts'
import styles from './groups.module.css'
import { GroupsTable } from './groups-table.tsx'
import { HandoverDialog } from './handover-dialog.tsx'
import { texts } from './texts.ts'

/** A teacher begins with their own groups, everybody else with all of them. */
export default function GroupsPage() {
  const t = useTexts(texts)
  const teaches = useSignedIn()?.roles.includes('teacher') ?? false
  const [chosen, setChosen] = useState<Which>()
  const [handing, setHanding] = useState<GroupRow>()
  const which = chosen ?? (teaches ? 'mine' : 'all')
  const query = useInfiniteQuery(groupsQuery(which))
  const mayChangeYear = query.data?.pages[0]?.permittedActions.includes('change-year') ?? false
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      {...(mayChangeYear
        ? { actions: <ButtonLink to="/groups/year-change">{t('year.link')}</ButtonLink> }
        : {})}
    >
      <div className={styles.choice}>
        <Choice
          label={t('which')}
          value={which}
          options={[
            { value: 'mine', text: t('mine') },
            { value: 'all', text: t('all') },
            { value: 'ended', text: t('withEnded') },
          ]}
          onChange={setChosen}
        />
      </div>
      <Async query={query}>
        {({ pages }) => {
          const groups = pages.flatMap(page => page.items)
          if (groups.length === 0) return <Empty mine={which === 'mine'} />
          return <GroupsTable groups={groups} onHandOver={setHanding} />
        }}
      </Async>
      {query.hasNextPage ? (
        <div className={styles.foot}>
          <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
      {handing === undefined ? null : (
        <HandoverDialog group={handing} onClose={() => setHanding(undefined)} />
      )}
    </Page>
  )
}

function Empty({ mine }: { readonly mine: boolean }) {
  const t = useTexts(texts)
  return (
    <Note tone="info" title={mine ? t('emptyMine') : t('empty')}>
      {mine ? null : <p>{t('emptyText')}</p>}
    </Note>
  )
}
