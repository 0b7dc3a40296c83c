import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { settingsAccess } from './access.ts'
import { settingsChanged } from './audit.ts'
import { VersionedSettings } from './contract.ts'
import { settingsOf } from './public.ts'
import { saveSettings } from './queries.ts'
import { changedSettings } from './rules.ts'
import { ruleFault } from './rules-approvals.ts'

export function settingsRoutes(): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/settings',
      tag: 'settings',
      summary: "The provider's settings: masters of parts, national sender, retention of contacts",
      answers: { 200: VersionedSettings },
      access: whoMay(settingsAccess.read),
      audit: notAudited("Settings are no one's data"),
      transaction: 'read',
      handle: async (_call, transaction) => ({ body: await settingsOf(transaction) }),
    }),
    endpoint({
      method: 'PUT',
      path: '/api/settings',
      tag: 'settings',
      summary:
        'Change the settings; the version says which ones were read, and 409 that they have changed since',
      body: VersionedSettings,
      answers: { 200: VersionedSettings },
      access: whoMay(settingsAccess.change),
      audit: audited(settingsChanged),
      transaction: 'write',
      handle: async ({ body, actor, audit, now }, transaction) => {
        const { version, ...before } = await settingsOf(transaction)
        const { version: read, ...after } = body
        const changed = changedSettings(before, after)
        // Rules that are kept as they were hold up no other change.
        const fault = changed.includes('approvals') ? ruleFault(after.approvals) : undefined
        if (fault !== undefined) throw new AppError(`settings.${fault.code}`, 400, { pointer: fault.pointer })
        // Compared here, so that `before` is what was changed, and in the statement for two at once.
        const saved = version === read && (await saveSettings(transaction, actor.providerId, body, now))
        if (!saved) throw new AppError('settings.changed-since', 409, { pointer: '/version' })
        const details = { changed, before, after }
        await record(transaction, audit, settingsChanged, { details })
        return { body: await settingsOf(transaction) }
      },
    }),
  ]
}
