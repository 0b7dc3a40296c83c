import { OwnApprovals } from './public.tsx'

/** On the student's own path: what is asked of the student. */
export default function ApprovalsOnPath({ own }: { readonly own: boolean }) {
  return own ? <OwnApprovals /> : null
}
