import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Language } from '../../../platform/i18n/language.ts'
import { request } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { GroupList } from '../../qualifications/web/public-group-list.tsx'
import { useNameOf } from '../../qualifications/web/public-name.tsx'
import { FormationResult } from '../../qualifications/web/public-result.tsx'
import type { PlanFormation } from '../contract-formation.ts'
import { en } from '../i18n/en-formation.ts'
import { fi } from '../i18n/fi-formation.ts'
import { sv } from '../i18n/sv-formation.ts'
import styles from './plan.module.css'
import { withHiddenWords } from './protection.ts'

const texts = { fi, sv, en }

/** Under the plan's own key, so that a save makes this old too. */
const formationQuery = (planId: string, version: number, language: Language) =>
  queryOptions({
    queryKey: ['plans', planId, 'formation', version, language],
    queryFn: async ({ signal }) => {
      const path = `/api/plans/${encodeURIComponent(planId)}/formation`
      return withHiddenWords(await request<PlanFormation>('GET', path, { signal }), language)
    },
  })

/** Whether the plan forms the qualification, and what is still missing. */
export function FormationSection({ planId, version }: { readonly planId: string; readonly version: number }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(formationQuery(planId, version, language))
  return (
    <Section id="formation" title={t('title')}>
      <Async query={query}>
        {({ judged, notJudged }) =>
          judged === undefined ? (
            <p className={styles.quiet}>{t(`notJudged.${notJudged ?? 'no-structure'}`)}</p>
          ) : (
            <Judged judged={judged} />
          )
        }
      </Async>
    </Section>
  )
}

function Judged({ judged }: { readonly judged: NonNullable<PlanFormation['judged']> }) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const { assumedOptionalGoals, formation, groups, names, parts, qualification } = judged
  const partName = (key: string): string => {
    const part = parts[key]
    if (part?.code === undefined)
      return part?.name ?? t(part && key.includes('local') ? 'unnamed' : 'optionalGoals')
    return nameOf(part.names, part.code)
  }
  const unknown = Object.keys(parts).filter(key => parts[key]?.pointsUnknown === true)
  const link = (code: string, name: ReactNode) => (
    <Link to={`/qualifications/${qualification.id}/units/${code}`}>{name}</Link>
  )
  return (
    <div className={styles.cards}>
      <GroupList formation={formation} groups={groups} />
      <FormationResult
        formation={formation}
        titles={{ complete: t('complete'), incomplete: t('incomplete') }}
        groupNames={path => groups[path]?.names}
        names={code => names[code]}
        partName={partName}
        link={link}
      />
      {assumedOptionalGoals === undefined ? null : (
        <Note tone="info" compact title={t('assumed', { count: assumedOptionalGoals })} />
      )}
      {unknown.length === 0 ? null : (
        <Note
          tone="warning"
          compact
          title={t('unknownPoints', { parts: unknown.map(partName).join(', ') })}
        />
      )}
      <p className={styles.quiet}>
        {t('lead')} <Link to={`/qualifications/${qualification.id}`}>{t('open')}</Link>
      </p>
    </div>
  )
}
