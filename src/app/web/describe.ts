import type { Translate } from '../../platform/i18n/texts.ts'
import { problemOf } from '../../platform/web/api.ts'
import type { Described } from '../../ui/texts.tsx'
import type { fi } from './i18n/fi.ts'

/** What is not there, or is no address at all, will not be there a moment later. */
const lasting = [400, 403, 404, 410]

/** Words for anything that a request can throw: the server's own when it has them, else ours by status. */
export function describeProblem(error: unknown, t: Translate<typeof fi>): Described {
  const { status, title, detail, code } = problemOf(error)
  if (code === 'network') return { title: t('errors.network'), detail: t('errors.networkDetail') }
  const fallback = byStatus(status, t)
  return {
    title: title ?? fallback.title,
    ...(lasting.includes(status) ? { lasting: true } : {}),
    ...(detail === undefined || detail === title ? fallbackDetail(title, fallback.detail) : { detail }),
  }
}

function fallbackDetail(title: string | undefined, detail: string | undefined): { readonly detail?: string } {
  return title === undefined && detail !== undefined ? { detail } : {}
}

function byStatus(status: number, t: Translate<typeof fi>): { title: string; detail?: string } {
  if (status === 401) return { title: t('errors.signedOut'), detail: t('errors.signedOutDetail') }
  if (status === 403) return { title: t('errors.forbidden') }
  if (status === 404) return { title: t('errors.notFound') }
  if (status === 409 || status === 412) return { title: t('errors.conflict') }
  if (status === 429) return { title: t('errors.tooMany'), detail: t('errors.tooManyDetail') }
  if (status === 503) return { title: t('errors.away'), detail: t('away.text') }
  if (status >= 400 && status < 500) return { title: t('errors.refused') }
  return { title: t('errors.unexpected') }
}
