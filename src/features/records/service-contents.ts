import { formatInstant } from '../../platform/i18n/format.ts'
import { languages } from '../../platform/i18n/language.ts'
import { escaped, type FileKind, recordWords } from './rules.ts'

interface Listed {
  readonly path: string
  readonly kind: FileKind
}

/** The first file to open: what each of the others is, in three languages, readable by itself in any browser. */
export function contentsPage(files: readonly Listed[], madeAt: Date, own: boolean): string {
  const parts = languages.map(language => {
    const words = recordWords(language)
    const rows = files.map(
      ({ path, kind }) =>
        `<tr><th scope="row">${linked(path)}</th><td>${escaped(words(`kinds.${kind}`))}</td></tr>`,
    )
    const paragraphs = [words('lead'), ...(own ? [words('own')] : [])]
    return `<section lang="${language}"><h2>${escaped(words('title'))}</h2>
${paragraphs.map(text => `<p>${escaped(text)}</p>`).join('\n')}
<table><thead><tr><th scope="col">${escaped(words('fileColumn'))}</th><th scope="col">${escaped(words('whatColumn'))}</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
<p>${escaped(words('made', { time: formatInstant(madeAt.toISOString(), language) }))}</p></section>`
  })
  return `<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(recordWords('fi')('title'))}</title>
<style>${style}</style></head><body><main><h1>Yhdessä</h1>${parts.join('\n')}</main></body></html>
`
}

const linked = (path: string): string =>
  path.includes('*') ? escaped(path) : `<a href="${escaped(path)}">${escaped(path)}</a>`

const style =
  'body{font:1.0625rem/1.5 sans-serif;color:#1a1a1a;margin:0}main{max-width:52rem;margin:auto;padding:1.5rem}' +
  'section{margin-block:3rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;' +
  'padding:.5rem 1rem .5rem 0;border-bottom:1px solid #c9cdcf;overflow-wrap:anywhere;font-weight:400}thead th{color:#595959}'
