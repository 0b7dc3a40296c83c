import { type Static, Type } from 'typebox'
import { DateText } from '../plans/contract-parts.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/** The largest file in bytes. */
export const fileBytes = 20 * 1024 * 1024
export const filesAtMost = 10
/**
 * What one student's files may take of the store, in bytes: ten of the largest, or some hundreds of pages of certificates and
 * of pictures. Without it the hundred pieces of evidence could take twenty gigabytes of everybody's disk.
 */
export const studentBytes = filesAtMost * fileBytes
export const evidenceAtMost = 100

export const evidenceKinds = ['work', 'studies', 'certificate', 'hobby', 'volunteer', 'other'] as const
export const EvidenceKind = Type.Enum([...evidenceKinds])
export type EvidenceKind = (typeof evidenceKinds)[number]

const content = {
  kind: EvidenceKind,
  title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  description: optional(Type.String({ maxLength: 4000 })),
  organisation: optional(Type.String({ maxLength: 200 })),
  startsOn: optional(DateText),
  endsOn: optional(DateText),
}

/** What is told of something done or known. */
export const EvidenceContent = Type.Object(content, closed)
export type EvidenceContent = Static<typeof EvidenceContent>

const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })

/** With the version that was read: a change of another one is refused. */
export const EvidenceChange = Type.Object({ ...content, version: Version }, closed)
export type EvidenceChange = Static<typeof EvidenceChange>
export const EvidenceVersion = Type.Object({ version: Version }, closed)

export const StoredFile = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    mediaType: Type.String(),
    bytes: Type.Integer(),
    storedAt: Type.String(),
  },
  closed,
)
export type StoredFile = Static<typeof StoredFile>

export const Evidence = Type.Object(
  {
    id: Type.String(),
    ...content,
    version: Version,
    createdAt: Type.String(),
    /** Who told it, where it was not the student. */
    createdBy: optional(Type.String()),
    files: Type.Array(StoredFile),
  },
  closed,
)
export type Evidence = Static<typeof Evidence>

export const EvidenceList = Type.Object(
  { items: Type.Array(Evidence), permittedActions: Type.Array(Type.Literal('update')) },
  closed,
)
export type EvidenceList = Static<typeof EvidenceList>

export const FileContent = Type.Unsafe<Uint8Array>({
  type: 'string',
  contentMediaType: 'application/octet-stream',
})
