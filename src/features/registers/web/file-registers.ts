/** What comes by file only: no service of theirs is asked. */
export const fileKinds = ['students', 'staff'] as const
export type FileKind = (typeof fileKinds)[number]

export const isFileKind = (name: string): name is FileKind => fileKinds.some(kind => kind === name)
