import type { ErrorFormat } from '../../platform/http/endpoint.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => escapes[character] ?? character)
}

/**
 * What a browser shows when a sign-in fails: it navigates here itself, so a problem in JSON would be all that the
 * person sees. The link is whole, as a sign-in begun under another name of this host cannot be finished there.
 */
export function signInErrors(startAgainAt: string): ErrorFormat {
  return (error, text, language) => ({
    contentType: 'text/html; charset=utf-8',
    // Bytes go out as they are; a text would be written out as JSON.
    body: Buffer.from(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Yhdessä</title>
<style>
body { font: 18px/1.5 'Source Sans 3', sans-serif; color: #292929; max-width: 40rem; margin: 15vh auto; padding: 0 1.5rem }
h1 { font-size: 1.75rem; line-height: 1.3 }
a { color: #2a6ebb }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(text(error.code, error.params))}</h1>
<p><a href="${escapeHtml(startAgainAt)}">${escapeHtml(text('sessions.start-again', {}))}</a></p>
</main>
</body>
</html>
`),
  })
}
