/** To whom inviting and confirming are open. */
export const inviters = ['teacher', 'guidance', 'administrator'] as const
