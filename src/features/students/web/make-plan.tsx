import { Link } from 'react-router'
import { useSignedIn } from '../../../platform/web/session.ts'
import { planWriters } from './readers.ts'

interface MakePlanProps {
  readonly studyRightOid: string
  readonly text: string
}

/** Leads to the page on which the plan of a study right is begun; nothing for those who do not write plans. */
export function MakePlan({ studyRightOid, text }: MakePlanProps) {
  const roles = useSignedIn()?.roles ?? []
  if (!roles.some(role => planWriters.some(writer => writer === role))) return null
  return <Link to={`/plans/new?studyRight=${encodeURIComponent(studyRightOid)}`}>{text}</Link>
}
