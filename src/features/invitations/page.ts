import { escapeHtml, plainPage } from '../../platform/http/plain-page.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { dayOf } from '../../platform/time/plain-date.ts'
import type { InvitationState } from './contract.ts'

/** Somebody of the demo as whom an invitation may be tried. */
export interface Newcomer {
  readonly subject: string
  readonly name: string
}

export interface InvitationPage {
  readonly provider: string
  readonly state: InvitationState
  readonly expiresAt: Date
  readonly token: string
  /** Only in the demo. */
  readonly newcomers: readonly Newcomer[]
}

/** Who invites, and the way to sign in. Nothing of the student and of the one who is invited: the link proves nothing. */
export function invitationPage(text: TextOf, language: Language, page: InvitationPage): Buffer {
  const words = (key: string, params = {}) => escapeHtml(text(language, `invitations.${key}`, params))
  const { expiresAt, provider, state } = page
  const title = text(language, 'invitations.page-title', { provider })
  const until = formatDate(dayOf(expiresAt), language)
  const parts =
    state === 'sent'
      ? [
          `<p>${words('page-lead')}</p>`,
          `<p>${words('page-proof')}</p>`,
          ...signIns(page, words),
          `<p class="quiet">${words('page-until', { until })}</p>`,
        ]
      : [`<p>${words(`page-${state}`)}</p>`, `<p><a href="/">${words('page-front')}</a></p>`]
  return plainPage({ language, title, main: parts.join('\n') })
}

function signIns({ newcomers, token }: InvitationPage, words: (key: string) => string): string[] {
  const link = (name: string, more: Readonly<Record<string, string>>) => {
    const address = `/auth/sign-in?${new URLSearchParams({ invitation: token, ...more })}`
    return `<a class="button" href="${escapeHtml(address)}">${name}</a>`
  }
  if (newcomers.length === 0) return [`<p>${link(words('page-sign-in'), {})}</p>`]
  const items = newcomers.map(
    ({ name, subject }) => `<li>${link(escapeHtml(name), { persona: subject })}</li>`,
  )
  return [`<h2>${words('page-demo')}</h2>`, `<p>${words('page-demo-lead')}</p>`, `<ul>${items.join('')}</ul>`]
}

/** A link that is none of ours, or whose secret is not the one: nothing more is told. */
export function unknownPage(text: TextOf, language: Language): Buffer {
  const words = (key: string) => text(language, `invitations.${key}`, {})
  return plainPage({
    language,
    title: words('unknown-title'),
    main: `<p>${escapeHtml(words('unknown'))}</p>`,
  })
}
