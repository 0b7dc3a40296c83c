export const csvLimits = { columns: 100, cell: 2_000, row: 100_000 }

/** The name of a column as a spreadsheet shows it: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const before = index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)
  return before + String.fromCharCode(65 + (index % 26))
}
