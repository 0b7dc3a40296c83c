/** What a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r]/

export function looksLikeFormula(text: string): boolean {
  return formula.test(text)
}

/** One cell: what looks like a formula is made a text by an apostrophe before it. */
function cellOf(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as a file that spreadsheets of Finland and Sweden open as it is: UTF-8 with its mark, semicolons. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(row => `${row.map(cellOf).join(';')}\r\n`).join('')}`
}
