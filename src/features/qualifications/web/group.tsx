import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Check } from '../../../ui/check.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { codeKey } from '../../codes/rules.ts'
import type { Group, UnitReference } from '../contract.ts'
import type { FormedGroup } from '../contract-formation.ts'
import { isGroup } from '../rules.ts'
import { acceptsOf } from '../rules-formation-places.ts'
import { Name, useNameOf } from './public-name.tsx'
import styles from './qualification.module.css'
import { useSelecting, withUnit } from './selecting.tsx'
import { TextLines } from './text-lines.tsx'
import { texts } from './texts.ts'
import { countWords, lackWords, pointsWords } from './words.ts'

interface GroupProps {
  readonly group: Group
  readonly path: string
}

/** The members of a group, in order: units to choose, and groups that open. */
export function Members({ group, path }: GroupProps) {
  const { descriptions, method } = useSelecting()
  const t = useTexts(texts)
  const text = descriptions[`${method} ${path}`]
  const isPlace = group.role === 'open' && group.members.length === 0
  return (
    <div className={styles.members}>
      {text === undefined ? null : (
        <Disclosure title={t('description')}>
          <TextLines text={text} />
        </Disclosure>
      )}
      {isPlace ? <OpenPlace group={group} path={path} /> : null}
      <ul className={styles.tree}>
        {group.members.map((member, at) => {
          const own = path === '' ? String(at) : `${path}/${at}`
          return (
            <li key={own}>
              {isGroup(member) ? <GroupBox group={member} path={own} /> : <UnitRow reference={member} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function GroupBox({ group, path }: GroupProps) {
  const t = useTexts(texts)
  const { choices, groups } = useSelecting()
  const formed = groups.get(path)
  const alternative = group.role === 'competenceArea' || group.role === 'title'
  const chosen =
    (group.competenceArea !== undefined && codeKey(group.competenceArea) === choices.competenceArea) ||
    (group.title !== undefined && codeKey(group.title) === choices.title)
  // The outermost groups stand open; of alternatives the chosen one, and a place for something else never.
  const open = alternative ? chosen : group.role !== 'open' && path.split('/').length < 4
  return (
    <details className={alternative ? styles.alternative : styles.group} open={open}>
      <summary>
        <span className={styles.groupHead}>
          <span className={styles.groupName}>
            <Name names={group.names} otherwise={t('unnamed')} />
          </span>
          <Bounds group={group} />
          {alternative && formed?.state !== 'open' ? (
            <span className={styles.mark}>{t('alternative')}</span>
          ) : null}
          <State formed={formed} />
        </span>
      </summary>
      <Members group={group} path={path} />
    </details>
  )
}

export function Bounds({ group }: { readonly group: Group }) {
  const t = useTexts(texts)
  const words = [pointsWords(group.points, t), countWords(group.count, t)].filter(one => one !== undefined)
  return words.length === 0 ? null : <span className={styles.bounds}>{words.join(', ')}</span>
}

const tones = {
  fulfilled: 'success',
  short: 'warning',
  over: 'error',
  open: 'info',
  unused: 'neutral',
} as const

function State({ formed }: { readonly formed: FormedGroup | undefined }) {
  const t = useTexts(texts)
  if (formed === undefined || formed.state === 'unused') return null
  const lack = lackWords(formed, t)
  return (
    <>
      <Badge tone={tones[formed.state]}>{t(`groupStates.${formed.state}`)}</Badge>
      {lack === '' ? null : <span className={styles.lack}>{lack}</span>}
    </>
  )
}

function UnitRow({ reference }: { readonly reference: UnitReference }) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const { change, choices, points, qualificationId, units } = useSelecting()
  const key = codeKey(reference.unit)
  const unit = units.get(key)
  const size = pointsWords(points(key), t)
  return (
    <div className={styles.unit}>
      <Check
        label={
          <span className={styles.unitLabel}>
            <Name names={unit?.names} otherwise={key} />
            {size === undefined ? null : <span className={styles.bounds}>{size}</span>}
            {reference.compulsory || unit?.kind === 'common' ? (
              <span className={styles.mark}>{t('compulsory')}</span>
            ) : null}
          </span>
        }
        checked={choices.units.has(key)}
        onChange={chosen => change(withUnit(choices, key, chosen))}
      />
      <Link
        to={`/qualifications/${qualificationId}/units/${key}`}
        aria-label={`${t('toRequirements')}: ${nameOf(unit?.names, key)}`}
      >
        {t('toRequirements')}
      </Link>
    </div>
  )
}

/** Where something fits that these requirements do not name: how much of it is planned. */
function OpenPlace({ group, path }: GroupProps) {
  const t = useTexts(texts)
  const { change, choices } = useSelecting()
  const accepts = acceptsOf(group.names)
  const hint = `${t('openPlace')} ${t(`accepts.${accepts}`)}.`
  if (accepts === 'ownUnits') return <p className={styles.mark}>{hint}</p>
  const points = choices.places[path]
  return (
    <TextField
      label={t('plannedPoints')}
      hint={hint}
      inputMode="numeric"
      maxLength={3}
      value={points === undefined ? '' : String(points)}
      onChange={value => {
        const { [path]: _, ...others } = choices.places
        const number = Number(value.replace(/\D/g, ''))
        change({ ...choices, places: number > 0 ? { ...others, [path]: number } : others })
      }}
    />
  )
}
