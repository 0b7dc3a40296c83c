import { escapeHtml, plainPage } from '../../platform/http/plain-page.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { formatDate, formatDateRange } from '../../platform/i18n/format.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { PathName, PathView } from '../paths/contract.ts'
import type { Shown } from './rules.ts'

type Params = Readonly<Record<string, string | number>>

const wordsOf =
  (text: TextOf, language: Language) =>
  (key: string, params: Params = {}): string =>
    escapeHtml(text(language, `shares.${key}`, params))
type Words = ReturnType<typeof wordsOf>

/** Nothing of anybody, and the button that shows it: what follows links by itself presses none. */
export function closedPage(text: TextOf, language: Language, token: string): Buffer {
  const words = wordsOf(text, language)
  return plainPage({
    language,
    title: text(language, 'shares.page-title', {}),
    main: `<p>${words('page-lead')}</p>
<form method="post" action="/shared/${encodeURIComponent(token)}"><button class="button">${words('page-open')}</button></form>
<p class="quiet">${words('page-told')}</p>`,
  })
}

/** Expired, revoked, unknown: the same to whoever asks. */
export function deadPage(text: TextOf, language: Language): Buffer {
  const words = wordsOf(text, language)
  const title = text(language, 'shares.dead-title', {})
  return plainPage({ language, title, main: `<p>${words('dead')}</p>` })
}

export interface OpenedShare {
  readonly view: PathView
  readonly shown: Shown
  readonly career: string | undefined
  readonly lastDay: PlainDate
}

/** The parts that were shared, as they are now. */
export function openPage(text: TextOf, language: Language, opened: OpenedShare): Buffer {
  const words = wordsOf(text, language)
  const { lastDay, shown, view } = opened
  const name = view.student.name
  const title =
    name === undefined
      ? text(language, 'shares.open-title', {})
      : text(language, 'shares.open-named', { name })
  const studies = nameHtml(view.chosen?.name ?? {}, language)
  const parts = [
    studies === undefined ? '' : `<p>${studies}</p>`,
    shown.howFar === undefined ? '' : howFar(shown.howFar, words),
    shown.career ? section(words('career'), `<p>${career(opened.career, words)}</p>`) : '',
    shown.units.length === 0 ? '' : section(words('units'), units(shown, language, words)),
    shown.periods.length === 0 ? '' : section(words('periods'), periods(shown, language, words)),
    `<p class="quiet">${words('open-until', { until: formatDate(lastDay, language) })}</p>`,
  ]
  return plainPage({ language, title, main: parts.filter(part => part !== '').join('\n') })
}

const section = (title: string, html: string): string => `<h2>${title}</h2>\n${html}`

const career = (name: string | undefined, words: Words): string =>
  name === undefined ? words('career-none') : escapeHtml(name)

/** A name in another language than the page's is marked. */
function nameHtml(name: PathName, language: Language): string | undefined {
  if (name.text === undefined) return undefined
  const text = escapeHtml(name.text)
  const own = name.language === undefined || name.language === language
  return own ? text : `<span lang="${name.language}">${text}</span>`
}

function howFar({ parts, points }: NonNullable<PathView['howFar']>, words: Words): string {
  const done = parts.recognised + parts.shown
  const lines = [
    words('parts-done', { done, total: parts.total }),
    ...(points === undefined
      ? []
      : [words('points-done', { done: points.recognised + points.shown, total: points.total })]),
  ]
  return section(words('how-far'), lines.map(line => `<p>${line}</p>`).join(''))
}

function units({ units: list }: Shown, language: Language, words: Words): string {
  const items = list.map(({ name, points, state }) => {
    const size = points === undefined ? '' : `, ${words('points', { count: points })}`
    const head = nameHtml(name, language) ?? words('unnamed')
    return `<li><strong>${head}</strong><br><span class="quiet">${words(`states.${state}`)}${size}</span></li>`
  })
  return `<ul>${items.join('')}</ul>`
}

function periods({ periods: list }: Shown, language: Language, words: Words): string {
  const items = list.map(({ end, kind, name, place, start }) => {
    const where = place === undefined ? undefined : nameHtml(place, language)
    const facts = [words(`kinds.${kind}`), formatDateRange(start, end, language), ...(where ? [where] : [])]
    return `<li><strong>${nameHtml(name, language) ?? words('unnamed')}</strong><br>${facts.join('<br>')}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}
