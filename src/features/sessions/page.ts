import type { ErrorFormat } from '../../platform/http/endpoint.ts'
import { escapeHtml, plainPage } from '../../platform/http/plain-page.ts'

/**
 * What a browser shows when a sign-in fails: it navigates here itself, so a problem in JSON would be all that the
 * person sees. The link is whole, as a sign-in begun under another name of this host cannot be finished there.
 */
export function signInErrors(startAgainAt: string): ErrorFormat {
  return (error, text, language) => ({
    contentType: 'text/html; charset=utf-8',
    // Bytes go out as they are; a text would be written out as JSON.
    body: plainPage({
      language,
      title: text(error.code, error.params),
      main: `<p><a href="${escapeHtml(startAgainAt)}">${escapeHtml(text('sessions.start-again', {}))}</a></p>`,
    }),
  })
}
