import type { Role } from '../../../platform/web/session.ts'

/** To whom the sending of all plans is open; as access.ts says for `list`. */
export const listReaders: readonly Role[] = ['administrator', 'guidance', 'quality']

/** To whom it is told how one plan stands; as access.ts says for `read`. A student is not among them. */
export const deliveryReaders: readonly Role[] = [
  'teacher',
  'guidance',
  'coordinator',
  'quality',
  'administrator',
]

/** Who may open a plan: an administrator sees that it did not arrive, and not what it says. */
export const planReaders: readonly Role[] = ['teacher', 'guidance', 'coordinator', 'quality']
