/** Why a service gave no answer that could be used. The texts are `imports.refusals.<code>`. */
export type ServiceFailureCode =
  | 'service-away'
  | 'service-slow'
  | 'service-half'
  | 'service-failed'
  | 'service-refused'
  | 'service-unauthorized'
  | 'service-redirect'
  | 'service-private'
  | 'service-too-large'
  | 'service-not-json'

export class ServiceFailure extends Error {
  readonly code: ServiceFailureCode
  readonly params: Readonly<Record<string, string>>
  /** Whether the same question may get an answer a moment later. */
  readonly passing: boolean
  /** How long the service asked to be left alone. */
  readonly retryAfterMilliseconds: number | undefined

  constructor(
    code: ServiceFailureCode,
    params: Readonly<Record<string, string>>,
    about: { passing?: boolean; retryAfterMilliseconds?: number | undefined; cause?: unknown } = {},
  ) {
    super(code, about.cause === undefined ? undefined : { cause: about.cause })
    this.name = 'ServiceFailure'
    this.code = code
    this.params = params
    this.passing = about.passing ?? false
    this.retryAfterMilliseconds = about.retryAfterMilliseconds
  }
}

/** Where it was asked, for a report: without the query, and without what tells of one person. */
export function placeOf(url: URL): { host: string; path: string } {
  return {
    host: url.host,
    path: decoded(url.pathname).replaceAll(/1\.2\.246\.562\.(15|24|98|166)\.\d+/g, '…'),
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
