/** As access.ts has it: those who work with the student. */
export const pathReaders = ['teacher', 'guidance', 'coordinator'] as const
