/** What a fake service is asked. */
export interface FakeRequest {
  readonly method: string
  /** Below the service's own prefix, as it was sent. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
  /** Where the server was found, as `http://127.0.0.1:4300`. */
  readonly origin: string
}

export interface FakeAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  readonly text?: string
}

export const serviceNames = ['eperusteet', 'koodisto', 'organisaatio', 'koski', 'ehoks', 'cas'] as const
export type ServiceName = (typeof serviceNames)[number]

/** One national service: answers under its own prefix, in the forms of the real one. */
export interface FakeService {
  readonly name: ServiceName
  readonly prefix: string
  answer(request: FakeRequest): FakeAnswer
}

export const found = (json: unknown): FakeAnswer => ({ status: 200, json })
export const notFound: FakeAnswer = { status: 404, json: { error: 'not found' } }
export const notAllowed: FakeAnswer = { status: 401, json: { error: 'unauthorized' } }

/** Any name will do, and any password but this one: so that a wrong one can be tried. */
export const wrongPassword = 'wrong'

export const letsIn = (username: string, password: string): boolean =>
  username !== '' && password !== '' && password !== wrongPassword

/** The parts of a path that match a pattern such as `/rest/codes/*`; undefined when it is another path. */
export function partsOf(path: string, pattern: string): readonly string[] | undefined {
  const [given, wanted] = [path.split('/'), pattern.split('/')]
  if (given.length !== wanted.length) return undefined
  const found: string[] = []
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? ''
    if (part === '*' && value !== '') found.push(decodeURIComponent(value))
    else if (part !== value) return undefined
  }
  return found
}
