/** The roles that are given and taken. A student's role comes with the student, from the register. */
export const staffRoles = ['teacher', 'guidance', 'coordinator', 'quality', 'administrator'] as const
export type StaffRole = (typeof staffRoles)[number]
