import type { Language } from '../i18n/language.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it stands in HTML, in contents and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => escapes[character] ?? character)
}

export interface PlainPage {
  readonly language: Language
  readonly title: string
  /** HTML, every text in it escaped. */
  readonly main: string
}

/** A page that is read without any script and without signing in; it carries nothing from elsewhere. */
export function plainPage({ language, main, title }: PlainPage): Buffer {
  return Buffer.from(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} – Yhdessä</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="name">Yhdessä</p>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
</body>
</html>
`)
}

/** Of an answer that holds a page whose address is a secret. */
export const secretPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const

const style = `
body { font: 1.125rem/1.55 'Source Sans 3', 'Source Sans Pro', sans-serif; color: #292929; background: #fff; margin: 0 }
main { max-width: 38rem; margin: 0 auto; padding: clamp(1.5rem, 8vh, 6rem) 1.25rem 4rem; overflow-wrap: anywhere }
.name { font-weight: 600; color: #002e5f; margin: 0 0 2rem }
h1 { font-size: clamp(1.375rem, 6vw, 1.75rem); line-height: 1.25; margin: 0 0 1rem }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .5rem }
p, ul, dl, form { margin: 0 0 1rem }
ul { padding: 0; list-style: none }
li { padding: .5rem 0 }
dt { color: #5f686d; font-size: 1rem }
dd { margin: 0 0 .75rem }
.quiet { color: #5f686d }
a { color: #2a6ebb }
.button { font: inherit; font-weight: 600; color: #fff; background: #2a6ebb; border: 0; border-radius: 2px; display: inline-block;
  padding: .75rem 1.25rem; min-height: 2.75rem; box-sizing: border-box; text-decoration: none; cursor: pointer }
.button:hover { background: #235a9a }
.button:focus-visible, a:focus-visible { outline: 3px solid #002e5f; outline-offset: 2px }
`
