import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { holdersQuery } from './api.ts'
import { InvitePerson } from './invite-person.tsx'
import { PeopleTable } from './people-table.tsx'
import styles from './roles.module.css'
import { texts } from './texts.ts'

export function PeopleSection() {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const [inviting, setInviting] = useState(false)
  const query = useInfiniteQuery(holdersQuery(search))
  return (
    <Section
      id="people"
      title={t('people')}
      actions={<Button onPress={() => setInviting(true)}>{t('invite')}</Button>}
    >
      <div className={styles.search}>
        <TextField label={t('search')} value={typed} onChange={setTyped} maxLength={100} />
      </div>
      <Async query={query}>
        {({ pages }) => {
          const people = pages.flatMap(({ items }) => items)
          return (
            <>
              {people.length === 0 ? null : <PeopleTable people={people} />}
              <div className={styles.foot}>
                <p role="status">
                  {people.length === 0
                    ? t(search === '' ? 'none' : 'noMatch')
                    : t('found', { count: people.length })}
                </p>
                {query.hasNextPage ? (
                  <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                    {t('more')}
                  </Button>
                ) : null}
              </div>
            </>
          )
        }}
      </Async>
      {inviting ? <InvitePerson onClose={() => setInviting(false)} /> : null}
    </Section>
  )
}

const pause = 250

/** What was typed, once the typing has paused: each search is asked, and marked, on its own. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
