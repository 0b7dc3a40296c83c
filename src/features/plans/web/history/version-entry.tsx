import { useMemo } from 'react'
import { Link } from 'react-router'
import { formatInstant } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Badge } from '../../../../ui/badge.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Hidden } from '../../../../ui/hidden.tsx'
import type { Tree } from '../../rules-tree.ts'
import { describeDifference } from '../../rules-words.ts'
import { withoutFollowers } from '../../rules-words-followers.ts'
import type { Speaker } from '../../rules-words-values.ts'
import type { ListedVersion, PlanView } from '../api.ts'
import { useSaverName } from '../plan-header.tsx'
import { texts } from '../texts.ts'
import styles from './history.module.css'
import { StatementList } from './statement-list.tsx'
import { historyTexts } from './texts.ts'

interface VersionEntryProps {
  readonly item: Omit<ListedVersion, 'changes'> & { readonly changes: readonly unknown[] }
  readonly before: Tree
  readonly after: Tree
  readonly view: PlanView
  readonly speaker: Speaker
}

/** One version: who, when, why, and what it changed in words. */
export function VersionEntry({ item, before, after, view, speaker }: VersionEntryProps) {
  const t = useTexts(texts)
  const history = useTexts(historyTexts)
  const { language } = useLanguage()
  const saverName = useSaverName()
  const { version } = item
  return (
    <li className={styles.version}>
      <h2 className={styles.name}>
        {t('versions.name', { version })}
        {version === view.version ? <Badge>{t('versions.current')}</Badge> : null}
        {version === view.approvedVersion ? <Badge tone="success">{history('approved')}</Badge> : null}
      </h2>
      <p className={styles.by}>
        <span>{formatInstant(item.savedAt, language)}</span>
        <span>{saverName(item.author)}</span>
      </p>
      {item.reason === undefined ? null : <p>{history('reason', { reason: item.reason })}</p>}
      <Changes item={item} before={before} after={after} speaker={speaker} />
      <Actions version={version} view={view} />
    </li>
  )
}

/** More than this many are behind their number. */
const shownAtOnce = 8

function Changes({ item, before, after, speaker }: Omit<VersionEntryProps, 'view'>) {
  const t = useTexts(historyTexts)
  const statements = useMemo(
    () => (item.version === 1 ? [] : withoutFollowers(describeDifference(before as object, after as object))),
    [item.version, before, after],
  )
  if (item.version === 1) return <p className={styles.quiet}>{t('first')}</p>
  // Only members that nobody here understands changed; or a turvakielto makes both bodies read the same.
  if (statements.length === 0)
    return <p className={styles.quiet}>{t(item.changes.length > 0 ? 'hiddenChanges' : 'unknownChanges')}</p>
  const list = <StatementList statements={statements} speaker={speaker} level={3} />
  if (statements.length <= shownAtOnce) return list
  return <Disclosure title={t('changes', { count: statements.length })}>{list}</Disclosure>
}

function Actions({ version, view }: { readonly version: number; readonly view: PlanView }) {
  const t = useTexts(historyTexts)
  if (version === view.version) return null
  const at = `/plans/${view.id}/versions`
  const links = [
    { to: `${at}/${version}`, text: t('read') },
    { to: `${at}/compare?from=${version}&to=${view.version}`, text: t('compareShort') },
    ...(view.permittedActions.includes('update')
      ? [{ to: `${at}/${version}/restore`, text: t('restoreShort') }]
      : []),
  ]
  return (
    <p className={styles.actions}>
      {links.map(({ to, text }) => (
        <Link key={to} to={to}>
          {text}
          <Hidden>: {t('sides.column', { version })}</Hidden>
        </Link>
      ))}
    </p>
  )
}
