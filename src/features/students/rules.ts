/** A student's name as pages show it; undefined when it has been erased. */
export function displayName(row: {
  readonly called_name: string | null
  readonly family_name: string | null
}): string | undefined {
  const name = [row.called_name, row.family_name].filter(part => part !== null && part !== '').join(' ')
  return name === '' ? undefined : name
}

/**
 * Family and called name in lower case: equality and order on a stored key stay quick behind the fence. Of a student with
 * turvakielto it is empty, because a place between two names tells most of the name.
 */
export function sortNameOf(row: {
  readonly family_name?: string | null | undefined
  readonly called_name?: string | null | undefined
  readonly protected?: boolean | undefined
}): string {
  if (row.protected === true) return ''
  return `${row.family_name ?? ''} ${row.called_name ?? ''}`.trim().toLocaleLowerCase('fi')
}
