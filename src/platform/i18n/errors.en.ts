import type { errorsFi } from './errors.fi.ts'
import type { Translation } from './texts.ts'

export const errorsEn: Translation<typeof errorsFi> = {
  access: {
    forbidden: 'You may not do this.',
    'sign-in-needed': 'Sign in first.',
    csrf: 'The request did not come from a page of this service. Reload the page, then try again.',
    'key-invalid': 'The API key is wrong or has been revoked.',
    'ticket-invalid': 'The service ticket is wrong or has expired, or its key has been revoked.',
    'ticket-missing': 'The header ticket is missing.',
    'caller-id-missing':
      'Nobody is identified: send the API key in the header authorization (Bearer), or a ticket in the headers ticket and caller-id.',
    'identity-away': 'The sign-in service does not answer just now. Try again in a moment.',
    'sign-in-refused': 'The sign-in service did not accept the sign-in.',
    'sign-in-broken': 'The sign-in was interrupted or took too long. Start it again.',
  },
  request: {
    malformed: 'The request could not be read.',
    'not-found': 'There is nothing here by that name.',
    method: 'This address does not know the method of the request.',
    'too-large': 'The request is too large.',
    'media-type': 'The content type of the request is not known. Send the content as application/json.',
    encoding: 'The body is packed ({encoding}). Send it as it is.',
    'too-many': 'Too many requests came in a short time. Wait a moment and try again.',
    'body-missing': 'The request has no content.',
    params: 'The identifier in the address has a wrong form.',
    query: 'A search condition in the address has a wrong form.',
    body: 'The content does not match the description of the interface.',
    syntax: 'The content is not JSON: the error is on line {line}, column {column}.',
    'invalid-utf8': 'The content is not UTF-8: the error is on line {line}, column {column}.',
    'duplicate-key': 'The same key stands twice: one of them on line {line}, column {column}.',
    'too-deep': 'There are too many nested levels: the limit is passed on line {line}, column {column}.',
    'lone-surrogate': 'The text has half a character on line {line}, column {column}.',
    'nul-character': 'The text has a forbidden character (\\u0000) on line {line}, column {column}.',
  },
  files: {
    'bytes-missing': 'The file is no longer there.',
    'not-found': 'The file is not found.',
    'too-large': 'The file is too large. It may have 20 megabytes at most.',
    empty: 'The file is empty.',
    'photo-format':
      'The picture is in a format that cannot be kept (HEIC or AVIF). Save it as JPEG on the phone and add it again.',
    macros: 'The document holds programs (macros). Save it without them, for example as PDF.',
    'unknown-type':
      'Files of this kind cannot be added. Add a PDF, a picture (JPEG, PNG or WebP), docx or txt.',
    'type-lies': 'The content of the file is not what its name says. Check that you chose the right file.',
    'picture-broken': 'The picture is broken or cut short. Add it again.',
  },
  platform: {
    busy: 'The service is overloaded. Try again in a moment.',
    'database-away': 'The database cannot be reached. Try again in a moment.',
    unexpected: 'Something unexpected went wrong in the service. It has been noted for those who run it.',
  },
}
