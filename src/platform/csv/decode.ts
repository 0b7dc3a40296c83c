import { CsvFault } from './fault.ts'

/** Bytes that can be read from their start as often as one likes. */
export interface CsvSource {
  bytes(): AsyncIterable<Uint8Array>
}

export type Encoding = 'utf-8' | 'windows-1252'

// Five bytes stand for nothing in Windows-1252, and NUL in no text: a file that has them is something else.
const noText = new Set([0x00, 0x81, 0x8d, 0x8f, 0x90, 0x9d])

/**
 * How the file is written: UTF-8, with or without its mark, or else what older spreadsheets write. All of it is read,
 * because the first letter beyond ASCII may be the last.
 * @throws CsvFault csv-encoding, csv-empty
 */
export async function encodingOf(source: CsvSource): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let [isUtf8, size, strange] = [true, 0, false]
  for await (const piece of source.bytes()) {
    size += piece.length
    if (piece.includes(0)) throw new CsvFault('csv-encoding')
    strange ||= piece.some(byte => noText.has(byte))
    isUtf8 &&= decodes(utf8, piece)
  }
  if (size === 0) throw new CsvFault('csv-empty')
  if (isUtf8 && decodes(utf8, undefined)) return 'utf-8'
  if (strange) throw new CsvFault('csv-encoding')
  return 'windows-1252'
}

function decodes(decoder: TextDecoder, piece: Uint8Array | undefined): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined })
    return true
  } catch {
    return false
  }
}

/** The text in pieces, without the mark that a spreadsheet puts at the beginning. */
export async function* decoded(source: CsvSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of source.bytes()) {
    const text = decoder.decode(piece, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
