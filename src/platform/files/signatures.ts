/** What may be kept, and how it is known by its bytes: what a sender calls a file proves nothing. */
export const fileTypes = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  text: { mediaType: 'text/plain', endings: ['txt'] },
} as const
export type FileType = keyof typeof fileTypes

/** As the browser's chooser takes it; without HEIC a telephone gives its photos as JPEG. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.txt'

export type FileFault = 'empty' | 'photo-format' | 'macros' | 'unknown-type' | 'type-lies'

export type Judged =
  | { readonly ok: true; readonly type: FileType }
  | { readonly ok: false; readonly fault: FileFault }

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

const begins = (bytes: Uint8Array, ...signs: number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign)

/** Formats of photos that are not kept: where they were taken cannot be taken out of them here. */
const telephoneBrands = ['heic', 'heix', 'heif', 'hevc', 'mif1', 'msf1', 'avif']

/** What the bytes are, and whether the ending of the name says the same. */
export function judgeFile(name: string, bytes: Uint8Array): Judged {
  if (bytes.length === 0) return { ok: false, fault: 'empty' }
  if (ascii(bytes, 4, 8) === 'ftyp' && telephoneBrands.includes(ascii(bytes, 8, 12)))
    return { ok: false, fault: 'photo-format' }
  const type = typeOf(bytes)
  if (type === 'macros' || type === undefined)
    return { ok: false, fault: type ?? (endingKnown(name) ? 'type-lies' : 'unknown-type') }
  const endings: readonly string[] = fileTypes[type].endings
  return endings.includes(endingOf(name)) ? { ok: true, type } : { ok: false, fault: 'type-lies' }
}

export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

const endingKnown = (name: string): boolean =>
  Object.values(fileTypes).some(({ endings }) => (endings as readonly string[]).includes(endingOf(name)))

function typeOf(bytes: Uint8Array): FileType | 'macros' | undefined {
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf'
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return zipType(bytes)
  return isText(bytes) ? 'text' : undefined
}

/** A ZIP whose directory names the parts of a text document. Names stand in it as they are, never packed. */
function zipType(bytes: Uint8Array): FileType | 'macros' | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (whole.includes('vbaProject.bin')) return 'macros'
  return whole.includes('[Content_Types].xml') && whole.includes('word/document.xml') ? 'docx' : undefined
}

/** UTF-8 without controls and without the beginnings of a page that a browser would run. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[^\P{Cc}\t\n\r\f]/u.test(text) && !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text)
  } catch {
    return false
  }
}
