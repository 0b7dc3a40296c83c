import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../ids.ts'
import { cleanedName, disposition } from './names.ts'
import { withoutTraces } from './photo.ts'
import { judgeFile } from './signatures.ts'
import { diskFiles, openFiles } from './store.ts'

const bytes = (...parts: (string | number | number[])[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part].flat()))),
    ),
  )
const jpegStart = [0xff, 0xd8]
const zip = [0x50, 0x4b, 3, 4]

test.each([
  ['todistus.pdf', bytes('%PDF-1.7 x'), 'pdf'],
  ['kuva.JPG', bytes(jpegStart, [0xff, 0xe0]), 'jpeg'],
  ['kuva.png', bytes(0x89, 'PNG\r\n', [0x1a, 0x0a]), 'png'],
  ['kuva.webp', bytes('RIFF', [0, 0, 0, 0], 'WEBP'), 'webp'],
  ['cv.docx', bytes(zip, '[Content_Types].xml word/document.xml'), 'docx'],
  ['muistio.txt', bytes('Työtodistus: hyvin meni.'), 'text'],
])('%s is what its bytes say', (name, content, type) => {
  expect(judgeFile(name, content)).toEqual({ ok: true, type })
})

test.each([
  ['tyhja.pdf', bytes(), 'empty'],
  ['kuva.heic', bytes([0, 0, 0, 24], 'ftypheic'), 'photo-format'],
  ['cv.docx', bytes(zip, '[Content_Types].xml word/document.xml word/vbaProject.bin'), 'macros'],
  ['kuva.jpg', bytes('%PDF-1.7'), 'type-lies'],
  ['todistus.pdf', bytes('<html>'), 'type-lies'],
  ['sivu.txt', bytes('  <!DOCTYPE html><script>'), 'type-lies'],
  ['ohjelma.exe', bytes('MZ', [0, 1, 2]), 'unknown-type'],
  ['paketti.zip', bytes(zip, 'a.txt'), 'unknown-type'],
  ['muistio.txt', bytes([0xff, 0xfe, 0x41]), 'type-lies'],
  ['ilman', bytes('%PDF-1.4'), 'type-lies'],
])('%s is refused', (name, content, fault) => {
  expect(judgeFile(name, content)).toEqual({ ok: false, fault })
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\työ todistus.pdf', 'työ todistus.pdf'],
  ['\u202egnp.exe\u0000.pdf', 'gnp.exe.pdf'],
  ['a:b?c.pdf', 'a_b_c.pdf'],
  ['  ..pdf', 'pdf'],
  ['', 'file'],
])('the name %j becomes %j', (given, clean) => {
  expect(cleanedName(given)).toBe(clean)
})

test('a long name keeps its ending, and a name in any letters travels in a header', () => {
  expect(cleanedName(`${'a'.repeat(300)}.pdf`)).toMatch(/^a{116}\.pdf$/)
  expect(disposition('attachment', 'työ "1".pdf')).toBe(
    `attachment; filename="tyo _1_.pdf"; filename*=UTF-8''ty%C3%B6%20%221%22.pdf`,
  )
})

/** Application data with a turn (6) and a place, as a camera writes it. */
function photo(): Uint8Array {
  const tiff = bytes(
    'II',
    [42, 0, 8, 0, 0, 0],
    [1, 0],
    [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
    'GPS 60.1699',
  )
  const exif = bytes('Exif', [0, 0], [...tiff])
  const app1 = bytes([0xff, 0xe1, 0, exif.length + 2], [...exif])
  const comment = bytes([0xff, 0xfe, 0, 10], 'home yes')
  const scan = bytes([0xff, 0xda, 0, 4, 1, 2], [0xff, 0, 0x11, 0xff, 0xd0, 0x22])
  const end = [0xff, 0xd9]
  return bytes(
    jpegStart,
    [...app1],
    [...comment],
    [0xff, 0xe2, 0, 6],
    'ICC!',
    [...scan],
    end,
    'second GPS picture',
  )
}

test('a photo keeps its turn, colours and picture, and loses place, comments and what follows it', () => {
  const plain = Buffer.from(withoutTraces('jpeg', photo()) ?? [])
  const text = plain.toString('latin1')
  expect(text).not.toMatch(/GPS|home/)
  expect(text).toContain('ICC!')
  expect(plain.includes(Buffer.from([0xff, 0, 0x11, 0xff, 0xd0, 0x22]))).toBe(true)
  expect(plain.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  // Stripped once more it is the same: the turn is read from what was written here.
  expect(Buffer.from(withoutTraces('jpeg', plain) ?? [])).toEqual(plain)
  expect(plain.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true)
})

test('a picture that was cut short is none', () => {
  const whole = photo()
  for (const length of [3, 20, 60, whole.length - 20]) {
    expect([length, withoutTraces('jpeg', whole.subarray(0, length))]).toEqual([length, undefined])
  }
})

test('PNG and WebP lose what they tell of place and time', () => {
  const chunk = (kind: string, content: string) =>
    bytes([0, 0, 0, content.length], kind, content, [0, 0, 0, 0])
  const signature = bytes(0x89, 'PNG\r\n', [0x1a, 0x0a])
  const png = bytes(
    ...[signature, chunk('eXIf', 'GPS'), chunk('IDAT', 'x'), chunk('IEND', '')].map(one => [...one]),
  )
  const plain = Buffer.from(withoutTraces('png', png) ?? []).toString('latin1')
  expect(plain).not.toContain('GPS')
  expect(plain).toContain('IDAT')
  const webp = bytes(
    'RIFF',
    [30, 0, 0, 0],
    'WEBP',
    'VP8X',
    [2, 0, 0, 0, 0x0c, 0],
    'EXIF',
    [3, 0, 0, 0],
    'GPS',
    [0],
  )
  const flat = Buffer.from(withoutTraces('webp', webp) ?? [])
  expect(flat.toString('latin1')).not.toContain('GPS')
  expect(flat[20]).toBe(0)
  expect(flat.readUInt32LE(4)).toBe(flat.length - 8)
})

const folder = await mkdtemp(join(tmpdir(), 'yhdessa-store-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function everyOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

test('the store gives back what it got, lists a provider and removes twice without complaint', async () => {
  const [files, providerId, id] = [diskFiles(folder), newId(), newId()]
  expect(await everyOf(files.list(providerId))).toEqual([])
  await files.put({ providerId, id }, bytes('sisältö'))
  expect(Buffer.from(await files.get({ providerId, id })).toString()).toBe('sisältö')
  expect(await everyOf(files.list(providerId))).toMatchObject([{ id }])
  await files.remove({ providerId, id })
  await files.remove({ providerId, id })
  await expect(files.get({ providerId, id })).rejects.toMatchObject({ code: 'files.bytes-missing' })
})

test('an object store without its client is told in a sentence that names what to install', async () => {
  const asked = openFiles({ s3: { bucket: 'students', region: 'eu-north-1' } }, folder)
  await expect(asked).rejects.toThrow(/FILES_S3_BUCKET.*npm install @aws-sdk\/client-s3/)
})
