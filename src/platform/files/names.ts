import { basename } from 'node:path'

const longest = 120

/**
 * A name that is safe to show and to save under: the last part of a path, without controls, signs that file systems
 * refuse and marks that turn the direction of a text; its ending stays when it is cut.
 */
export function cleanedName(given: string): string {
  const last = basename(given.normalize('NFC').replaceAll('\\', '/'))
  const clean = last
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*/;]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim()
  if (clean === '') return 'file'
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 ? clean.slice(dot) : ''
  return clean.length <= longest ? clean : `${clean.slice(0, longest - ending.length)}${ending}`
}

/** Content-Disposition for a name in any letters (RFC 6266): plain letters for old readers, the true name beside. */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain =
    name
      .normalize('NFKD')
      .replaceAll(/[^\x20-\x7e]/g, '')
      .replaceAll(/["\\%]/g, '_') || 'file'
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
