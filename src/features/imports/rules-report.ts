/** The report as a file for a spreadsheet. */

/** A cell that a spreadsheet would take for a formula is shown as text; separators and quotes are wrapped. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell => csvCell(String(cell))).join(';')}\r\n`
}

/** A spreadsheet reads UTF-8 only when the file begins with its mark. */
export const csvStart = '\ufeff'
