const minute = 60_000

/** How long a register may ask for service tickets with one granting ticket, in milliseconds. */
export const grantingLife = 8 * 60 * minute

/** How long a service ticket opens the interface, as often as it is sent, in milliseconds. */
export const serviceLife = 10 * minute
