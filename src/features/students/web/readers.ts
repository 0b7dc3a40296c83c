/** As access.ts has it: how somebody is reached is for those who work with them. */
export const contactReaders = ['teacher', 'guidance', 'coordinator', 'administrator'] as const
