import { type ContactContent, type ContactKind, erasedMarker } from '../plans/rules-contacts.ts'

interface Contact {
  readonly kind: ContactKind
  readonly content: ContactContent | null
  readonly erased: boolean
}

/** Who has an e-mail and a phone in the national form; of all others there is the name. */
const reachable: readonly ContactKind[] = ['student', 'instructor']

/** A contact with marks for whatever of it was erased: so that a gap of ours is not taken for a change of theirs. */
export function withGaps(id: string, { content, erased, kind }: Contact): ContactContent | null {
  if (!erased) return content
  const gap = erasedMarker(id)
  return {
    ...(kind === 'student' ? {} : { name: content?.name ?? gap }),
    ...(reachable.includes(kind) ? { email: content?.email ?? gap, phone: content?.phone ?? gap } : {}),
  }
}
