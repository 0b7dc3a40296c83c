/** Why a file is no table that can be read. The code is a text key; nothing of what a cell holds is in it. */
export class CsvFault extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
  constructor(code: string, params: Readonly<Record<string, string>> = {}) {
    super(code)
    this.name = 'CsvFault'
    this.code = code
    this.params = params
  }
}
