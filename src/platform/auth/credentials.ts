import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Uuid, uuidOf } from '../ids.ts'

/**
 * What machines and browsers present. Every secret is 256 random bits made here, and only its SHA-256 is stored:
 * a slow hash protects what people choose and others can guess, and nobody guesses 256 bits, so it would only
 * cost each request its time.
 */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}

/** Compares in a time that tells nothing of where they differ. */
export function sameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

/** A key of a machine, taken apart. The ids stand in the text because the tenant door is opened before the check. */
export interface KeyText {
  readonly providerId: Uuid
  readonly keyId: Uuid
  readonly secret: string
}

const keyName = /^yhd_([\w-]{43})$/
const keyText = /^(yhd_[\w-]{43})_([\w-]{43})$/

/** The part of a key that is no secret: the user name of the national ticket exchange. */
export function keyNameOf(providerId: Uuid, keyId: Uuid): string {
  return `yhd_${Buffer.concat([bytesOf(providerId), bytesOf(keyId)]).toString('base64url')}`
}

export function keyTextOf({ providerId, keyId, secret }: KeyText): string {
  return `${keyNameOf(providerId, keyId)}_${secret}`
}

/** Reads the public part of a key; undefined when it is none of ours. */
export function readKeyName(text: string): Omit<KeyText, 'secret'> | undefined {
  const packed = keyName.exec(text)?.[1]
  if (packed === undefined) return undefined
  const bytes = Buffer.from(packed, 'base64url')
  return { providerId: idOf(bytes.subarray(0, 16)), keyId: idOf(bytes.subarray(16)) }
}

export function readKeyText(text: string): KeyText | undefined {
  const [, name = '', secret = ''] = keyText.exec(text) ?? []
  const ids = readKeyName(name)
  return ids && { ...ids, secret }
}

/** The secret part of an address that opens one thing to whoever has it; the ids stand in it for the same reason. */
export interface LinkText {
  readonly providerId: Uuid
  readonly id: Uuid
  readonly secret: string
}

const linkText = /^([\w-]{43})([\w-]{43})$/

export function linkTextOf({ providerId, id, secret }: LinkText): string {
  return `${Buffer.concat([bytesOf(providerId), bytesOf(id)]).toString('base64url')}${secret}`
}

export function readLinkText(text: string): LinkText | undefined {
  const [, packed = '', secret = ''] = linkText.exec(text) ?? []
  const bytes = Buffer.from(packed, 'base64url')
  if (bytes.length !== 32) return undefined
  return { providerId: idOf(bytes.subarray(0, 16)), id: idOf(bytes.subarray(16)), secret }
}

/** The two kinds of tickets of the national exchange, by how their texts begin. */
const ticketKinds = { TGT: 'granting', ST: 'service' } as const
export type TicketKind = (typeof ticketKinds)[keyof typeof ticketKinds]

export interface TicketText {
  readonly kind: TicketKind
  readonly providerId: Uuid
  readonly secret: string
}

const ticketText = /^(TGT|ST)-([\w-]{22})-([\w-]{43})$/

export function ticketTextOf({ kind, providerId, secret }: TicketText): string {
  return `${kind === 'granting' ? 'TGT' : 'ST'}-${bytesOf(providerId).toString('base64url')}-${secret}`
}

export function readTicketText(text: string): TicketText | undefined {
  const [, kind, packed = '', secret = ''] = ticketText.exec(text) ?? []
  if (kind !== 'TGT' && kind !== 'ST') return undefined
  return { kind: ticketKinds[kind], providerId: idOf(Buffer.from(packed, 'base64url')), secret }
}

function bytesOf(id: Uuid): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function idOf(bytes: Buffer): Uuid {
  return uuidOf(bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
}
