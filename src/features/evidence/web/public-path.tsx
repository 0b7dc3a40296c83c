import { EvidenceSection } from './public-section.tsx'

/** On the student's own path: what the student can already. */
export default function OwnEvidence({ studentId }: { readonly studentId: string }) {
  return <EvidenceSection studentId={studentId} own />
}
