import type { AdapterModel } from 'oidc-provider'

interface Kept {
  readonly payload: { grantId?: string; uid?: string; consumed?: number }
  readonly until: number
}

const limit = 5_000

/** Keeps what the demo's OpenID provider must remember for minutes: a bounded number, the oldest goes first. */
export function createIdentityMemory(): (model: string) => AdapterModel {
  const kept = new Map<string, Kept>()
  const find = (key: string) => {
    const found = kept.get(key)
    return found && found.until > Date.now() ? found.payload : undefined
  }
  return model => {
    const keyOf = (id: string) => `${model}:${id}`
    return {
      upsert: async (id, payload, expiresIn = 600) => {
        kept.delete(keyOf(id))
        kept.set(keyOf(id), { payload, until: Date.now() + expiresIn * 1000 })
        const [oldest] = kept.keys()
        if (kept.size > limit && oldest !== undefined) kept.delete(oldest)
      },
      find: async id => find(keyOf(id)),
      findByUid: async uid => {
        const own = [...kept].find(([key, { payload }]) => key.startsWith(`${model}:`) && payload.uid === uid)
        return own && find(own[0])
      },
      findByUserCode: async () => undefined,
      destroy: async id => {
        kept.delete(keyOf(id))
      },
      revokeByGrantId: async grantId => {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
      },
      consume: async id => {
        const payload = find(keyOf(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
    }
  }
}
