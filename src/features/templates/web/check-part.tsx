import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import type { Fix } from '../../plans/contract.ts'
import type { PlanFormation } from '../../plans/contract-formation.ts'
import { GroupList } from '../../qualifications/web/public-group-list.tsx'
import { useNameOf } from '../../qualifications/web/public-name.tsx'
import { FormationResult } from '../../qualifications/web/public-result.tsx'
import type { TemplateBody } from '../contract.ts'
import type { TemplateChecked, TemplateToCheck } from '../contract-api.ts'
import { assumedIn } from '../rules-assumed.ts'
import { checkQuery } from './api.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'

/** What somebody writes is judged when they pause, not at each key. */
const pause = 600

function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(key)), pause)
    return () => clearTimeout(timer)
  }, [key])
  return paused
}

interface CheckPartProps {
  readonly asked: TemplateToCheck
  /** What the page came with, until the first answer. */
  readonly begun: TemplateChecked
  readonly unitName: (body: TemplateBody, pointer: string) => { id: string; name: string } | undefined
  readonly onFix: (fix: Fix, body: TemplateBody) => void
  readonly onGo: (unitId: string) => void
}

/** What the rules say of the template, and how it forms the qualification. */
export function CheckPart({ asked, begun, onFix, onGo, unitName }: CheckPartProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const paused = usePaused(asked)
  const { data = begun } = useQuery(checkQuery(paused, language))
  return (
    <>
      <section className={styles.list} aria-labelledby="template-findings">
        <h2 id="template-findings">{t('edit.findings')}</h2>
        {data.findings.length === 0 ? <Note tone="success" compact title={t('edit.fine')} /> : null}
        {data.findings.map(({ code, fix, pointer, severity, text }) => {
          const unit = unitName(paused.body, pointer)
          return (
            <Note
              key={`${code} ${pointer}`}
              tone={severity}
              compact
              title={unit === undefined ? text : `${unit.name}: ${text}`}
            >
              <div className={styles.row}>
                {fix?.textKey === undefined ? null : (
                  <Button look="quiet" onPress={() => onFix(fix, paused.body)}>
                    {fixWords(t, fix.textKey)}
                  </Button>
                )}
                {unit === undefined ? null : (
                  <Button
                    look="quiet"
                    label={t('edit.toPlace', { unit: unit.name })}
                    onPress={() => onGo(unit.id)}
                  >
                    {t('edit.go')}
                  </Button>
                )}
              </div>
            </Note>
          )
        })}
      </section>
      <section className={styles.list} aria-labelledby="template-formation">
        <h2 id="template-formation">{t('edit.formation')}</h2>
        <FormationPart formation={data.formation} />
      </section>
    </>
  )
}

const fixKeys = [
  'remove-unit',
  'remove-area',
  'remove-break',
  'remove-share',
  'add-demonstration',
  'to-last-week',
  'to-school',
] as const

function fixWords(t: (key: `edit.fixes.${(typeof fixKeys)[number]}`) => string, key: string): string {
  const known = fixKeys.find(one => one === key)
  return known === undefined ? key : t(`edit.fixes.${known}`)
}

function FormationPart({ formation: { judged } }: { readonly formation: PlanFormation }) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  if (judged === undefined) return <p className={styles.quiet}>{t('edit.notJudged')}</p>
  const { formation, groups, names, parts, qualification } = judged
  const assumed = assumedIn(judged)
  const shown = assumed && {
    ...assumed,
    words: t('edit.assumed', { count: assumed.points }),
    why: t('edit.assumedWhy', { count: assumed.points }),
  }
  const partName = (key: string): string => {
    const part = parts[key]
    if (part?.code !== undefined) return nameOf(part.names, part.code)
    return part?.name ?? t(key.includes('local') ? 'edit.unnamed' : 'edit.assumedGoals')
  }
  return (
    <>
      <GroupList formation={formation} groups={groups} assumed={shown} />
      <FormationResult
        formation={formation}
        assumed={shown}
        titles={{ complete: t('edit.complete'), incomplete: t('edit.incomplete') }}
        groupNames={path => groups[path]?.names}
        names={code => names[code]}
        partName={partName}
        link={(code, name) => <Link to={`/qualifications/${qualification.id}/units/${code}`}>{name}</Link>}
      />
    </>
  )
}
