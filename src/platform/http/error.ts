/** What a caller is told when something cannot be done. The code is a text key in three languages. */
export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly params: Readonly<Record<string, string | number>>
  /** RFC 6901, into the body that was sent, where one place is to blame. */
  readonly pointer: string | undefined
  /** More members of the problem, such as the findings of a refused plan. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(
    code: string,
    status: number,
    about: {
      params?: Record<string, string | number>
      pointer?: string
      more?: Record<string, unknown>
      cause?: unknown
    } = {},
  ) {
    super(code, about.cause === undefined ? undefined : { cause: about.cause })
    this.name = 'AppError'
    this.code = code
    this.status = status
    this.params = about.params ?? {}
    this.pointer = about.pointer
    this.more = about.more ?? {}
  }
}
