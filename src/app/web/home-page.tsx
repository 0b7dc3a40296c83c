import { Navigate } from 'react-router'
import { useSession } from '../../platform/web/session.ts'
import { firstPath } from './open-routes.ts'

/** Where someone begins: the first page of the navigation that their roles open. */
export default function HomePage() {
  const { data: session } = useSession()
  return <Navigate to={session === undefined ? '/' : firstPath(session)} replace />
}
