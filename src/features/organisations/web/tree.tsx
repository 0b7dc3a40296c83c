import { useTexts } from '../../../platform/web/language.tsx'
import type { OrganisationTree } from '../contract.ts'
import { OrganisationLink, useKindNames } from './organisation-name.tsx'
import styles from './organisations.module.css'
import { texts } from './texts.ts'

/** What is below an organisation. A city has hundreds: what is further down opens when it is asked for. */
export function Tree({ nodes }: { readonly nodes: readonly OrganisationTree[] }) {
  return (
    <ul className={styles.tree}>
      {nodes.map(node => (
        <li key={node.oid}>
          <Node node={node} />
        </li>
      ))}
    </ul>
  )
}

function Node({ node }: { readonly node: OrganisationTree }) {
  const t = useTexts(texts)
  const kindNames = useKindNames()
  const ended = node.active ? '' : ` · ${t('notActive')}`
  return (
    <>
      <OrganisationLink {...node} />{' '}
      <span className={styles.quiet}>
        {kindNames(node.kinds)}
        {ended}
      </span>
      {node.children.length === 0 ? null : (
        <details>
          <summary>{t('belowCount', { count: node.children.length })}</summary>
          <Tree nodes={node.children} />
        </details>
      )}
    </>
  )
}
