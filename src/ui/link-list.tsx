import { Link } from 'react-router'
import styles from './link-list.module.css'

interface LinkListProps {
  readonly label: string
  readonly items: readonly { readonly to: string; readonly title: string; readonly text: string }[]
}

/** Ways on, each with a sentence about what is behind it. */
export function LinkList({ label, items }: LinkListProps) {
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {items.map(({ to, title, text }) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </nav>
  )
}
