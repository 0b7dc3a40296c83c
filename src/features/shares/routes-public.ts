import { type Static, Type } from 'typebox'
import { everyone } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { hashOf, readLinkText, sameHash } from '../../platform/auth/credentials.ts'
import type { Database } from '../../platform/db/database.ts'
import { type ReadTransaction, read, write } from '../../platform/db/door.ts'
import { type Answer, type Endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { secretPageHeaders } from '../../platform/http/plain-page.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { pickName } from '../../platform/i18n/names.ts'
import { newId } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { PathDependencies } from '../paths/public.ts'
import { shareOpened } from './audit.ts'
import { closedPage, deadPage, openPage } from './page.ts'
import { findShare, insertOpening, type StoredShare } from './queries.ts'
import { lastDayOf, shownOf, stateOf } from './rules.ts'
import { sharedPath } from './service.ts'

export interface SharedPageDependencies {
  readonly database: Database
  readonly text: TextOf
  readonly dependencies: PathDependencies
}

/** Enough for a class that looks at each other's; a guesser is stopped long before a hit. */
const pagesAnHour = 300

const HtmlPage = Type.Unsafe<Uint8Array>({ type: 'string', contentMediaType: 'text/html' })
const params = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) })
const answers = { 200: HtmlPage, 404: HtmlPage }
const tag = 'shares'

export function sharedPageRoutes(around: SharedPageDependencies): Endpoint[] {
  return [look(around), open(around)]
}

function look({ database, text }: SharedPageDependencies): Endpoint {
  return publicEndpoint({
    method: 'GET',
    path: '/shared/{token}',
    tag,
    summary: 'The page behind a shared link, not yet opened: programs that try links see nothing of anybody',
    params,
    answers,
    access: everyone('Whoever has the link was given it by the student'),
    audit: notAudited('It tells nothing of anybody before it is opened'),
    anHourOfAnAddress: pagesAnHour,
    transaction: 'none',
    handle: async ({ language, params: { token }, today }) => {
      const link = readLinkText(token)
      const share =
        link && (await read(database, link.providerId, transaction => openShare(transaction, link, today)))
      return page(language, share && closedPage(text, language, token), text)
    },
  })
}

function open({ database, dependencies, text }: SharedPageDependencies): Endpoint {
  return publicEndpoint({
    method: 'POST',
    path: '/shared/{token}',
    tag,
    summary: 'Open a shared link: shows the parts as they are now, and tells the student that it was opened',
    params,
    answers,
    access: everyone('Whoever has the link was given it by the student'),
    audit: audited(shareOpened),
    anHourOfAnAddress: pagesAnHour,
    anonymous: true,
    transaction: 'none',
    handle: async ({ language, now, params: { token }, requestId, today }) => {
      const link = readLinkText(token)
      if (link === undefined) return page(language, undefined, text)
      const { providerId } = link
      const shown = await write(database, providerId, async transaction => {
        const share = await openShare(transaction, link, today)
        const path =
          share && (await sharedPath(transaction, { providerId, today, language }, share, dependencies))
        if (share === undefined || path === undefined) return undefined
        const { id: linkId, studentId } = share
        await insertOpening(transaction, { providerId, id: newId(now.getTime()), linkId, now })
        const audit = { actor: { kind: 'system', source: 'share', providerId } as const, now, requestId }
        await record(transaction, audit, shareOpened, { targetId: linkId, studentId, details: {} })
        return { share, path }
      })
      if (shown === undefined) return page(language, undefined, text)
      const { path, share } = shown
      const code = path.plan.careerPlanCode
      const career = code === null ? undefined : pickName(dependencies.nameOf(code, null), language)?.text
      const content = {
        ...{ view: path.view, shown: shownOf(share.parts, path.view, path.protected), career },
        lastDay: lastDayOf(share),
      }
      return page(language, openPage(text, language, content), text)
    },
  })
}

/** The link that a secret opens today; unknown, expired and revoked ones are all alike to whoever asks. */
async function openShare(
  transaction: ReadTransaction,
  { id, secret }: { readonly id: string; readonly secret: string },
  today: PlainDate,
): Promise<StoredShare | undefined> {
  const share = await findShare(transaction, id)
  if (share === undefined || !sameHash(share.secretHash, hashOf(secret))) return undefined
  return stateOf(share, today) === 'open' ? share : undefined
}

function page(language: Language, body: Static<typeof HtmlPage> | undefined, text: TextOf): Answer {
  const headers = { ...secretPageHeaders, 'content-language': language }
  return body === undefined ? { status: 404, body: deadPage(text, language), headers } : { body, headers }
}
