import { request } from '../../../../platform/web/api.ts'
import type { SignedIn } from '../../../../platform/web/session.ts'
import type { Writing } from './writing.ts'

/** A draft that was found again; `at` by the service's clock. */
export interface KeptDraft {
  readonly writing: Writing
  readonly at: string
}

/** Drafts of one person at one provider, on this device (ADR 17). */
export interface Drafts {
  read(place: string): Promise<KeptDraft | undefined>
  /** Answers whether the draft outlives this page. */
  write(place: string, writing: Writing): Promise<boolean>
  remove(place: string): Promise<void>
}

/** What of the browser drafts need. */
export interface Device {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
  readonly crypto: Pick<Crypto, 'getRandomValues'> & { readonly subtle: SubtleCrypto }
  /** Milliseconds that only ever grow. */
  readonly elapsed: () => number
}

export interface DraftKey {
  /** 32 bytes in base64url. */
  readonly key: string
  /** The service's clock when it answered. */
  readonly now: string
}

const prefix = 'draft:'
const keptDays = 14
const dayLong = 86_400_000

/** What is stored: when, by the service's clock, and the rest encrypted. */
interface Envelope {
  readonly at: string
  readonly iv: string
  readonly data: string
}

/** @param owner tells people, and providers of one person, apart */
export async function openDrafts(owner: string, given: DraftKey, device: Device): Promise<Drafts> {
  const { crypto, elapsed, storage } = device
  const { subtle } = crypto
  const key = await subtle.importKey('raw', bytesOf(given.key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const started = elapsed()
  // The device's own clock may be wrong.
  const now = () => Date.parse(given.now) + elapsed() - started
  // Names tell nothing of whom a draft is about.
  const nameOf = async (place: string) => {
    const digest = await subtle.digest('SHA-256', new TextEncoder().encode(`${owner}/${place}`))
    return prefix + textOf(new Uint8Array(digest))
  }
  removeOld(storage, now())
  return {
    async read(place) {
      const name = await nameOf(place)
      const envelope = envelopeIn(storage.getItem(name))
      if (envelope === undefined) return undefined
      try {
        const iv = bytesOf(envelope.iv)
        const secret = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }
        const data = await subtle.decrypt(secret, key, bytesOf(envelope.data))
        return { writing: JSON.parse(new TextDecoder().decode(data)) as Writing, at: envelope.at }
      } catch {
        // Somebody else's, or broken: it says nothing to anybody.
        storage.removeItem(name)
        return undefined
      }
    },
    async write(place, writing) {
      const name = await nameOf(place)
      const at = new Date(now()).toISOString()
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const secret = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }
      const data = await subtle.encrypt(secret, key, new TextEncoder().encode(JSON.stringify(writing)))
      const envelope: Envelope = { at, iv: textOf(iv), data: textOf(new Uint8Array(data)) }
      try {
        storage.setItem(name, JSON.stringify(envelope))
        return true
      } catch {
        return false
      }
    },
    async remove(place) {
      storage.removeItem(await nameOf(place))
    },
  }
}

function removeOld(storage: Device['storage'], now: number): void {
  const names = Array.from({ length: storage.length }, (_, at) => storage.key(at))
  for (const name of names) {
    if (name?.startsWith(prefix) !== true) continue
    const at = Date.parse(envelopeIn(storage.getItem(name))?.at ?? '')
    if (!(now - at < keptDays * dayLong)) storage.removeItem(name)
  }
}

function envelopeIn(text: string | null): Envelope | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    if (typeof value !== 'object' || value === null) return undefined
    const { at, data, iv } = value as Partial<Envelope>
    return typeof at === 'string' && typeof data === 'string' && typeof iv === 'string'
      ? { at, data, iv }
      : undefined
  } catch {
    return undefined
  }
}

function textOf(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, letter => letter.charCodeAt(0))
}

/** Until the page is closed: where nothing can be encrypted or stored. */
const inMemory = new Map<string, KeptDraft>()

function memoryDrafts(owner: string): Drafts {
  return {
    read: place => Promise.resolve(inMemory.get(`${owner}/${place}`)),
    write: (place, writing) => {
      inMemory.set(`${owner}/${place}`, { writing, at: new Date().toISOString() })
      return Promise.resolve(false)
    },
    remove: place => {
      inMemory.delete(`${owner}/${place}`)
      return Promise.resolve()
    },
  }
}

const opened = new Map<string, Promise<Drafts>>()

/** The drafts of whoever is signed in, with the key that the service gives to them only. */
export function draftsOf({ provider, user }: SignedIn): Promise<Drafts> {
  const owner = `${user.id}/${provider.id}`
  const known = opened.get(owner)
  if (known !== undefined) return known
  const opening = openHere(owner).catch(() => {
    opened.delete(owner)
    return memoryDrafts(owner)
  })
  opened.set(owner, opening)
  return opening
}

async function openHere(owner: string): Promise<Drafts> {
  const key = await request<DraftKey>('GET', '/api/drafts/key')
  const stored = await openDrafts(owner, key, {
    storage: localStorage,
    crypto,
    elapsed: () => performance.now(),
  })
  const memory = memoryDrafts(owner)
  // What the storage has no room for stays as long as the page.
  return {
    read: async place => (await memory.read(place)) ?? stored.read(place),
    write: async (place, writing) => {
      const kept = await stored.write(place, writing)
      await (kept ? memory.remove(place) : memory.write(place, writing))
      return kept
    },
    remove: async place => {
      await memory.remove(place)
      await stored.remove(place)
    },
  }
}
