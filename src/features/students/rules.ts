/** A student's name as pages show it; undefined when it has been erased. */
export function displayName(row: {
  readonly called_name: string | null
  readonly family_name: string | null
}): string | undefined {
  const name = [row.called_name, row.family_name].filter(part => part !== null && part !== '').join(' ')
  return name === '' ? undefined : name
}
