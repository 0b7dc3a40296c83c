import type { Names } from '../../../platform/i18n/names.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Range } from '../contract.ts'
import type { Formation, FormedGroup } from '../contract-formation.ts'
import { useNameOf } from './public-name.tsx'
import styles from './qualification.module.css'
import { texts } from './texts.ts'
import { countWords, lackWords, pointsWords } from './words.ts'

interface GroupTableProps {
  readonly formation: Formation
  readonly groups: Readonly<
    Record<
      string,
      { readonly names: Names; readonly points?: Range | undefined; readonly count?: Range | undefined }
    >
  >
}

const tones = {
  fulfilled: 'success',
  short: 'warning',
  over: 'error',
  open: 'info',
  unused: 'neutral',
} as const

/** Every group that a selection was judged by, with its bounds and its state. */
export function GroupTable({ formation, groups }: GroupTableProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const columns: readonly Column<FormedGroup>[] = [
    {
      name: t('groupColumns.group'),
      heading: true,
      cell: ({ path }) => waysTo(path, groups, nameOf, path === '' ? t('root') : t('unnamed')),
    },
    {
      name: t('groupColumns.bounds'),
      cell: ({ path }) =>
        [pointsWords(groups[path]?.points, t), countWords(groups[path]?.count, t)]
          .filter(words => words !== undefined)
          .join(', ') || '–',
    },
    {
      name: t('groupColumns.planned'),
      cell: ({ count, path, points }) =>
        groups[path]?.count === undefined ? t('points', { count: points }) : t('unitsExact', { count }),
    },
    {
      name: t('groupColumns.state'),
      cell: group => {
        const lack = lackWords(group, t)
        return (
          <span className={styles.state}>
            <Badge tone={tones[group.state]}>{t(`groupStates.${group.state}`)}</Badge>
            {lack === '' ? null : <span className={styles.lack}>{lack}</span>}
          </span>
        )
      },
    },
  ]
  const rows = formation.groups.filter(group => group.state !== 'unused')
  return (
    <Disclosure title={t('result.groups')}>
      <Table caption={t('result.groups')} columns={columns} rows={rows} rowKey={group => group.path} />
    </Disclosure>
  )
}

/** Many groups have the same name: the one around it tells which is meant. */
function waysTo(
  path: string,
  groups: GroupTableProps['groups'],
  nameOf: (names: Names | undefined, otherwise: string) => string,
  otherwise: string,
): string {
  const own = nameOf(groups[path]?.names, otherwise)
  const parent = path.includes('/') ? groups[path.slice(0, path.lastIndexOf('/'))] : undefined
  return parent === undefined ? own : `${nameOf(parent.names, otherwise)}: ${own}`
}
