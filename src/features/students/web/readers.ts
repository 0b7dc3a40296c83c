/** As access.ts has it: how somebody is reached is for those who work with them. */
export const contactReaders = ['teacher', 'guidance', 'coordinator', 'administrator'] as const

/** As access.ts of the plans has it. */
export const planWriters = ['teacher', 'guidance'] as const

/** As access.ts has it, but a student, who would be alone on the list, is led past it. */
export const listReaders = ['teacher', 'guidance', 'coordinator', 'quality'] as const
