import type { FileType } from './signatures.ts'

/**
 * Photos tell where and when they were taken. A student with turvakielto could be found by that, so it is left out
 * before anything is stored. Answers undefined when the picture is broken or cut short.
 */
export function withoutTraces(type: FileType, bytes: Uint8Array): Uint8Array | undefined {
  if (type === 'jpeg') return plainJpeg(bytes)
  if (type === 'png') return plainPng(bytes)
  return type === 'webp' ? plainWebp(bytes) : bytes
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Application data and comments go; the colour profile (APP2) and how colours are kept (APP14) stay. */
const dropped = (marker: number): boolean =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe

/** Whatever follows the end of the picture goes too: telephones put whole further pictures there. */
function plainJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let turned = 1
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) {
      parts.push(bytes.subarray(at, at + 2))
      return joined(
        turned === 1 ? parts : [parts[0] ?? bytes.subarray(0, 2), turn(turned), ...parts.slice(1)],
      )
    }
    if (at + 4 > bytes.length) return undefined
    const end = at + 2 + view(bytes).getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return undefined
    if (marker === 0xe1) turned = turnIn(bytes.subarray(at + 4, end)) ?? turned
    const next = marker === 0xda ? endOfScan(bytes, end) : end
    if (next === undefined) return undefined
    const isPictures = marker === 0xe2 && String.fromCharCode(...bytes.subarray(at + 4, at + 7)) === 'MPF'
    if (!dropped(marker) && !isPictures) parts.push(bytes.subarray(at, next))
    at = next
  }
  return undefined
}

/** Where the packed picture ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue
    const sign = bytes[at + 1] ?? 0
    if (sign !== 0 && sign !== 0xff && (sign < 0xd0 || sign > 0xd7)) return at
  }
  return undefined
}

/** How the picture is to be turned (1 to 8): the one thing worth keeping of what the camera wrote. */
function turnIn(segment: Uint8Array): number | undefined {
  if (String.fromCharCode(...segment.subarray(0, 4)) !== 'Exif' || segment.length < 14) return undefined
  const tiff = segment.subarray(6)
  const data = view(tiff)
  const little = tiff[0] === 0x49
  const start = data.getUint32(4, little)
  if (start + 2 > tiff.length) return undefined
  const count = data.getUint16(start, little)
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + entry * 12
    if (at + 12 > tiff.length) return undefined
    if (data.getUint16(at, little) !== 0x0112) continue
    const value = data.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

/** Application data with the turn and nothing else. */
function turn(value: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]
  const entry = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
  const body = [...exif, ...tiff, ...entry]
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body])
}

const tracesOfPng = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']

function plainPng(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view(bytes).getUint32(at)
    if (end > bytes.length) return undefined
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!tracesOfPng.includes(kind)) parts.push(bytes.subarray(at, end))
    if (kind === 'IEND') return joined(parts)
    at = end
  }
  return undefined
}

function plainWebp(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view(bytes).getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > bytes.length) return undefined
    const kind = String.fromCharCode(...bytes.subarray(at, at + 4))
    const part = Uint8Array.from(bytes.subarray(at, end))
    // The flags that promise them: Exif is 8, XMP is 4.
    if (kind === 'VP8X') part[8] = (part[8] ?? 0) & ~0x0c
    if (kind !== 'EXIF' && kind !== 'XMP ') parts.push(part)
    at = end
  }
  if (parts.length === 0) return undefined
  const body = joined(parts)
  const head = Uint8Array.from(bytes.subarray(0, 12))
  view(head).setUint32(4, body.length + 4, true)
  return joined([head, body])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
