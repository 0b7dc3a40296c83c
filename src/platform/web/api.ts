import type { Language } from '../i18n/language.ts'
import { tellReached } from './connection.ts'

/** Problem details (RFC 9457) as our server sends them; `detail` is already in the reader's language. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly title?: string
  readonly detail?: string
  readonly pointer?: string
  readonly [extension: string]: unknown
}

/** A request that the server refused, or that did not reach it (code `network`, status 0). */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { status: 0, code: 'unexpected' }
}

/** What every request carries. Set once by the session and the language, read by each request. */
const carried: { language: Language; csrfToken: string | undefined } = {
  language: 'fi',
  csrfToken: undefined,
}

export function carryLanguage(language: Language): void {
  carried.language = language
}

export function carryCsrfToken(token: string | undefined): void {
  carried.csrfToken = token
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface RequestOptions {
  /** Sent as JSON; a Blob as the bytes that it is. */
  readonly body?: unknown
  readonly ifMatch?: string
  readonly signal?: AbortSignal
}

/**
 * Calls our own API and gives the body of a good answer.
 * @throws ProblemError for every other answer, and when there is none.
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options)
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T
  throw new ProblemError(await readProblem(response))
}

/**
 * Fetches a file and saves it under the name that the server gives. Fetched here and not by the browser's own way, because a
 * refusal is to be told on the page.
 * @throws ProblemError for a refusal, and when there is no answer.
 */
export async function download(method: Method, path: string, options: RequestOptions = {}): Promise<void> {
  const response = await send(method, path, options)
  if (!response.ok) throw new ProblemError(await readProblem(response))
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = named?.[1] ?? ''
  link.click()
  URL.revokeObjectURL(address)
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': carried.language }
  const bytes = options.body instanceof Blob ? options.body : undefined
  if (options.body !== undefined)
    headers['content-type'] = bytes === undefined ? 'application/json' : 'application/octet-stream'
  if (options.ifMatch !== undefined) headers['if-match'] = options.ifMatch
  if (method !== 'GET' && carried.csrfToken !== undefined) headers['x-csrf-token'] = carried.csrfToken
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: bytes ?? JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
    tellReached(true)
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    tellReached(false)
    throw new ProblemError({ status: 0, code: 'network' })
  }
}

async function readProblem(response: Response): Promise<Problem> {
  const known = { status: response.status, code: `http.${response.status}` }
  if (!(response.headers.get('content-type') ?? '').includes('json')) return known
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? { ...known, ...body } : known
  } catch {
    return known
  }
}
