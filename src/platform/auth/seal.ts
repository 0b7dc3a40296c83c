import { createHmac } from 'node:crypto'
import { sameHash } from './credentials.ts'

/**
 * A value that a browser keeps for us and cannot change: its content is readable, its signature is ours.
 * All processes with the same key open each other's.
 */
export interface Seal {
  close(content: object): string
  /** The content; undefined when it was not sealed with this key. */
  open(text: string): unknown
}

export function createSeal(key: string): Seal {
  const sign = (packed: string): Buffer => createHmac('sha256', `seal ${key}`).update(packed).digest()
  return {
    close: content => {
      const packed = Buffer.from(JSON.stringify(content)).toString('base64url')
      return `${packed}.${sign(packed).toString('base64url')}`
    },
    open: text => {
      const [packed = '', signature = ''] = text.split('.')
      if (!sameHash(Buffer.from(signature, 'base64url'), sign(packed))) return undefined
      return JSON.parse(Buffer.from(packed, 'base64url').toString()) as unknown
    },
  }
}
