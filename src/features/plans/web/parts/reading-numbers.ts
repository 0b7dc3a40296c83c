interface Shape {
  readonly whole: boolean
  readonly min?: number
  readonly max?: number
}

/** The number in a typed text: undefined for an empty one, null where it is no number of this shape. */
export function numberIn(
  text: string,
  { whole, min = 0, max = 1_000_000 }: Shape,
): number | undefined | null {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return undefined
  if (!(whole ? /^\d+$/ : /^\d+(\.\d{1,4})?$/).test(typed)) return null
  const number = Number(typed)
  return number >= min && number <= max ? number : null
}

/** The lines that say something. */
export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
