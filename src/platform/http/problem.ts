import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseAway } from '../db/database.ts'
import { type Language, pickLanguage } from '../i18n/language.ts'
import type { Log } from '../log/log.ts'
import { AppError } from './error.ts'

/** Text of a code in a language. */
export type TextOf = (language: Language, code: string, params: AppError['params']) => string

const retryAfterSeconds = 5

/** Answers every error: as a problem (RFC 9457), or in the words of the endpoint's own interface. */
export function errorAnswerer(texts: TextOf, log: Log) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const known = toAppError(error)
    if (known.status >= 500 && known.status !== 503) log.failure(request, error)
    const language = request.language ?? pickLanguage(request.headers['accept-language'])
    const text = (code: string, params: AppError['params']) => texts(language, code, params)
    const format = request.routeOptions.config.endpoint?.errors ?? problem
    const { contentType, body } = format(known, text, language)
    if (known.status === 503 || known.status === 429) reply.header('retry-after', retryAfterSeconds)
    reply.header('content-language', language)
    return reply.code(known.status).type(contentType).serializer(JSON.stringify).send(body)
  }
}

const problem = (error: AppError, text: (code: string, params: AppError['params']) => string) => ({
  contentType: 'application/problem+json; charset=utf-8',
  body: {
    type: `urn:yhdessa:${error.code}`,
    title: text(error.code, error.params),
    status: error.status,
    code: error.code,
    ...(error.pointer === undefined ? {} : { pointer: error.pointer }),
    ...error.more,
  },
})

const statusCodes: Record<number, string> = {
  400: 'request.malformed',
  404: 'request.not-found',
  405: 'request.method',
  413: 'request.too-large',
  414: 'request.too-large',
  415: 'request.media-type',
  429: 'request.too-many',
  503: 'platform.busy',
}

/** Everything that can be thrown becomes one kind of error; what nobody foresaw tells nothing but its number. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof DatabaseAway) return new AppError('platform.database-away', 503, { cause: error })
  const status = (error as Partial<FastifyError> | null)?.statusCode
  const code = status === undefined ? undefined : statusCodes[status]
  if (status !== undefined && code !== undefined) return new AppError(code, status, { cause: error })
  if (status !== undefined && status >= 400 && status < 500) return new AppError('request.malformed', status)
  return new AppError('platform.unexpected', 500, { cause: error })
}
