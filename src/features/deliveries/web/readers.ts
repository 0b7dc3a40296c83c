import type { Role } from '../../../platform/web/session.ts'

/** To whom the sending of all plans is open; as access.ts says for `list`. */
export const listReaders: readonly Role[] = ['administrator', 'guidance', 'quality']

/** Who may open a plan: an administrator sees that it did not arrive, and not what it says. */
export const planReaders: readonly Role[] = ['teacher', 'guidance', 'coordinator', 'quality']
