import type { Names } from '../../../platform/i18n/names.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import type { Range } from '../contract.ts'
import type { Formation, FormedGroup } from '../contract-formation.ts'
import { useNameOf } from './public-name.tsx'
import styles from './qualification.module.css'
import { texts } from './texts.ts'
import { countWords, groupTones, lackWords, pointsWords } from './words.ts'

interface GroupListProps {
  readonly formation: Formation
  readonly groups: Readonly<
    Record<
      string,
      { readonly names: Names; readonly points?: Range | undefined; readonly count?: Range | undefined }
    >
  >
  /** Points in the sums of these groups that nobody has chosen: told in words, not in the sum. */
  readonly assumed?: AssumedPoints | undefined
}

export interface AssumedPoints {
  readonly points: number
  readonly paths: readonly string[]
  /** Beside a sum. */
  readonly words: string
}

/** The groups of a formation beside something else: the outermost, and those within that are not as they should be. */
export function GroupList({ assumed, formation, groups }: GroupListProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const shown = formation.groups.filter(
    ({ path, state }) =>
      path !== '' && state !== 'unused' && (!path.includes('/') || state === 'short' || state === 'over'),
  )
  const planned = ({ count, path, points: all }: FormedGroup): string => {
    const besides = assumed?.paths.includes(path) === true ? assumed : undefined
    const points = all - (besides?.points ?? 0)
    const { count: countBounds, points: pointBounds } = groups[path] ?? {}
    const words = countBounds === undefined ? t('points', { count: points }) : t('unitsExact', { count })
    const bounds = countBounds === undefined ? pointsWords(pointBounds, t) : countWords(countBounds, t)
    const told = bounds === undefined || bounds === words ? words : `${words} (${bounds})`
    return besides === undefined ? told : `${told}, ${besides.words}`
  }
  return (
    <ul className={styles.groups}>
      {shown.map(group => {
        const lack = lackWords(group, t)
        return (
          <li key={group.path} data-depth={group.path.split('/').length}>
            <p className={styles.groupName}>{nameOf(groups[group.path]?.names, t('unnamed'))}</p>
            <p className={styles.state}>
              <Badge tone={groupTones[group.state]}>{t(`groupStates.${group.state}`)}</Badge>
              <span>{planned(group)}</span>
              {lack === '' ? null : <span className={styles.lack}>{lack}</span>}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
