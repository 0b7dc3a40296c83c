import type { ReactNode } from 'react'
import { Hidden } from './hidden.tsx'
import styles from './table.module.css'

export interface Sorting {
  /** How the rows stand now by this column; missing when they stand by another. */
  readonly direction?: 'ascending' | 'descending'
  readonly onPress: () => void
}

export interface Column<Row> {
  readonly name: string
  readonly cell: (row: Row) => ReactNode
  /** The column that names the row. */
  readonly heading?: boolean
  /** Says itself what it is, so a narrow screen does not repeat the column's name. */
  readonly bare?: boolean
  /** The heading is a button that sorts. On a narrow screen, where there are no headings, the page offers another way. */
  readonly sorting?: Sorting
}

interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

/** A table that turns into a list of cards on a narrow screen. Roles are named because display:block drops them. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: display:block on narrow screens removes the table's own roles
    <table className={styles.table} role="table">
      <caption>
        <Hidden>{caption}</Hidden>
      </caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tr role="row">
          {columns.map(column => (
            <Heading key={column.name} {...column} />
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <tbody role="rowgroup">
        {rows.map(row => (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <tr key={rowKey(row)} role="row">
            {columns.map(column => (
              <Cell key={column.name} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Heading({ name, sorting }: Pick<Column<never>, 'name' | 'sorting'>) {
  const sorted = sorting === undefined ? {} : { 'aria-sort': sorting.direction ?? ('none' as const) }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as in Table
    <th scope="col" role="columnheader" {...sorted}>
      {sorting === undefined ? (
        name
      ) : (
        <button
          type="button"
          className={styles.sort}
          data-direction={sorting.direction}
          onClick={sorting.onPress}
        >
          {name}
        </button>
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const content = column.cell(row)
  if (column.heading === true)
    return (
      // biome-ignore lint/a11y/noRedundantRoles: as in Table
      <th scope="row" role="rowheader">
        {content}
      </th>
    )
  const name = column.bare === true ? {} : { 'data-name': column.name }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as in Table
    <td role="cell" {...name}>
      {content}
    </td>
  )
}
