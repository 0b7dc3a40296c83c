/**
 * What a student is called: as told, else as stored. Where none is stored, or what is stored was the first of given names
 * that are no more, it is the first of the given names.
 */
export function calledNameOf(
  told: { readonly calledName?: string | null | undefined; readonly givenNames?: string | undefined },
  stored: { readonly called_name: string | null; readonly given_names: string | null } | undefined,
): string | null {
  if (told.calledName) return told.calledName
  const given = told.givenNames?.split(' ') ?? []
  const [first = null, known = null] = [given[0], stored?.called_name]
  if (known === null || first === null) return known ?? first
  const derived = known === stored?.given_names?.split(' ')[0]
  return derived && !given.includes(known) ? first : known
}

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
