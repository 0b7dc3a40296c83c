import type { ReactNode } from 'react'
import type { Names } from '../../../platform/i18n/names.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { Note } from '../../../ui/note.tsx'
import type { Completion, Fault, Formation } from '../contract-formation.ts'
import { Name, useNameOf } from './public-name.tsx'
import styles from './qualification.module.css'
import { texts } from './texts.ts'

interface ResultProps {
  readonly formation: Formation
  readonly groupNames: (path: string) => Names | undefined
  /** Names of a unit, an area or a title. */
  readonly names: (code: string) => Names | undefined
  readonly partName: (key: string) => string
  /** Points in the sum that nobody has chosen: told in words, not in the sum. */
  readonly assumed?: { readonly points: number; readonly why: string } | undefined
  /** Other words for whether it is whole. */
  readonly titles?: { readonly complete: string; readonly incomplete: string }
  /** Around a unit's name, such as a link to its requirements. */
  readonly link?: (code: string, name: ReactNode) => ReactNode
}

/** What a selection forms, in words: whether it is whole, what is missing, over, or fits nowhere. */
export function FormationResult(props: ResultProps) {
  const { assumed, formation } = props
  const t = useTexts(texts)
  const total = formation.total?.min
  const points = formation.planned - (assumed?.points ?? 0)
  const titles = props.titles ?? { complete: t('result.complete'), incomplete: t('result.incomplete') }
  return (
    <div className={styles.result}>
      <Note
        tone={formation.complete ? 'success' : 'info'}
        title={formation.complete ? titles.complete : titles.incomplete}
      >
        <p>
          {total === undefined ? t('result.planned', { points }) : t('result.plannedOf', { points, total })}
          {total === undefined || formation.planned >= total
            ? ''
            : ` ${t('result.lacking', { points: total - formation.planned })}`}
        </p>
        {assumed === undefined ? null : <p>{assumed.why}</p>}
        {formation.exact ? null : <p>{t('result.inexact')}</p>}
      </Note>
      <List title={t('result.missing')} items={formation.toComplete.map(one => missingWords(props, one))} />
      <OutsideList {...props} />
      <OverList {...props} />
      <List title={t('result.faults')} items={formation.faults.map(one => faultWords(props, one))} />
      <List
        title={t('result.unplaced')}
        items={formation.unplaced.map(({ key, reason }) => ({
          key,
          words: `${props.partName(key)}: ${t(`result.${reason}`)}`,
        }))}
      />
    </div>
  )
}

type Item = { readonly key: string; readonly words: ReactNode }

function List({ title, items }: { readonly title: string; readonly items: readonly Item[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul className={styles.bullets}>
        {items.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </div>
  )
}

function missingWords(props: ResultProps, one: Completion): Item {
  return { key: JSON.stringify(one), words: <Missing {...props} one={one} /> }
}

function Missing({ formation, groupNames, link, names, one }: ResultProps & { readonly one: Completion }) {
  const t = useTexts(texts)
  const group = useGroupName(groupNames)(one.path)
  if (one.choose !== undefined) return t(one.choose === 'title' ? 'result.chooseTitle' : 'result.chooseArea')
  if (one.units !== undefined)
    return (
      <>
        {t('result.addUnits', { group })}
        <ul className={styles.bullets}>
          {one.units.map(code => {
            const name = <Name names={names(code)} otherwise={code} />
            return <li key={code}>{link ? link(code, name) : name}</li>
          })}
        </ul>
      </>
    )
  if (one.points !== undefined) {
    // What a group inside lacks is asked on its own line: this comes on top of it.
    const besides = formation.toComplete.some(
      ({ path, points }) =>
        points !== undefined && path !== one.path && path.startsWith(one.path === '' ? '' : `${one.path}/`),
    )
    return t(besides ? 'result.addPointsBesides' : 'result.addPoints', { group, points: one.points })
  }
  return t('result.addCount', { group, count: one.count ?? 0 })
}

/** Many groups have the same name: the one around it tells which is meant. */
function useGroupName(groupNames: ResultProps['groupNames']): (path: string) => string {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  return path => {
    const own = nameOf(groupNames(path), path === '' ? t('root') : t('unnamed'))
    const around = path.includes('/') ? groupNames(path.slice(0, path.lastIndexOf('/'))) : undefined
    return around === undefined ? own : `${nameOf(around, t('unnamed'))}: ${own}`
  }
}

function OutsideList({ formation, names }: ResultProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const items = formation.outside.map(({ code, kind }) => {
    const choice = nameOf(names(code), code)
    const words = t(kind === 'title' ? 'result.outsideTitle' : 'result.outsideArea', { choice })
    return { key: code, words }
  })
  return <List title={t('result.outside')} items={items} />
}

/** Only the innermost groups: what is over in one is over in all around it. */
function OverList({ formation, groupNames }: ResultProps) {
  const t = useTexts(texts)
  const groupName = useGroupName(groupNames)
  const over = formation.groups.filter(group => group.state === 'over')
  const innermost = over.filter(
    group =>
      !over.some(other => other !== group && (group.path === '' || other.path.startsWith(`${group.path}/`))),
  )
  const items = innermost.map(({ overCount, overPoints, path }) => {
    const group = groupName(path)
    const words =
      overPoints === undefined
        ? t('result.overUnits', { group, count: overCount ?? 0 })
        : t('result.overPoints', { group, points: overPoints })
    return { key: path, words }
  })
  return <List title={t('result.over')} items={items} />
}

function faultWords(props: ResultProps, fault: Fault): Item {
  return { key: `${fault.key} ${fault.area ?? ''}`, words: <FaultLine {...props} fault={fault} /> }
}

function FaultLine({ fault, names, partName }: ResultProps & { readonly fault: Fault }) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const { area = '', code, key, needed = 0, points = 0 } = fault
  const [part, areaName] = [partName(key), nameOf(names(area), area)]
  if (code === 'too-small') return t('result.too-small', { part, points, needed })
  if (code === 'too-large') return t('result.too-large', { part, points, needed })
  if (code === 'area-missing') return t('result.area-missing', { part, area: areaName })
  return t('result.area-points', { part, area: areaName, points, needed })
}
