import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keeps secrets that we must be able to say again, such as passwords of services: encrypted and signed (AES-256-GCM)
 * under the key of the installation, which does not stand in the database. `place` is part of the signature, so that
 * what was sealed for one place opens at no other.
 */
export interface Vault {
  seal(secret: string, place: string): string
  /** The secret; undefined when it was not sealed with this key, or for another place. */
  open(sealed: string, place: string): string | undefined
}

const algorithm = 'aes-256-gcm'
const form = /^v1\.([\w-]{16})\.([\w-]{22})\.([\w-]*)$/

export function createVault(secretKey: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'yhdessa vault', 32))
  return {
    seal: (secret, place) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return ['v1', ...[nonce, cipher.getAuthTag(), sealed].map(part => part.toString('base64url'))].join('.')
    },
    open: (text, place) => {
      const parts = form
        .exec(text)
        ?.slice(1)
        .map(part => Buffer.from(part, 'base64url'))
      const [nonce, tag, sealed] = parts ?? []
      if (!nonce || !tag || !sealed) return undefined
      try {
        const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: 16 })
        decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
        return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
