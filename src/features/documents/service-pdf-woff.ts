import { inflateSync } from 'node:zlib'

const [headLength, entryLength] = [44, 20]

interface Entry {
  readonly tag: string
  readonly checksum: number
  readonly bytes: Buffer
}

/**
 * The font inside a WOFF file. The PDF library would unpack it anew for every document, in JavaScript, which takes ten
 * times as long as all the rest.
 */
export function unpackedWoff(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file')
  const count = file.readUInt16BE(12)
  const entries = Array.from({ length: count }, (_, at) => entryOf(file, headLength + at * entryLength))
  const directory = Buffer.alloc(12 + count * 16)
  const searched = 2 ** Math.floor(Math.log2(count))
  directory.writeUInt32BE(file.readUInt32BE(4), 0)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(searched * 16, 6)
  directory.writeUInt16BE(Math.log2(searched), 8)
  directory.writeUInt16BE((count - searched) * 16, 10)
  const parts: Buffer[] = [directory]
  let offset = directory.length
  for (const [at, { tag, checksum, bytes }] of entries.entries()) {
    const place = 12 + at * 16
    directory.write(tag, place, 'latin1')
    directory.writeUInt32BE(checksum, place + 4)
    directory.writeUInt32BE(offset, place + 8)
    directory.writeUInt32BE(bytes.length, place + 12)
    const filling = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    parts.push(bytes, filling)
    offset += bytes.length + filling.length
  }
  return Buffer.concat(parts)
}

function entryOf(file: Buffer, at: number): Entry {
  const [offset, packed, length] = [
    file.readUInt32BE(at + 4),
    file.readUInt32BE(at + 8),
    file.readUInt32BE(at + 12),
  ]
  const bytes = file.subarray(offset, offset + packed)
  return {
    tag: file.toString('latin1', at, at + 4),
    checksum: file.readUInt32BE(at + 16),
    bytes: packed < length ? inflateSync(bytes) : bytes,
  }
}
