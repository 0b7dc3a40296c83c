import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import { Loading } from '../../../ui/async.tsx'
import type { PathView } from '../contract.ts'

/** What a slot is told of the path on which it stands. */
export interface SlotProps {
  readonly studentId: string
  /** The student's own page, or that of somebody who works with the student. */
  readonly own: boolean
  readonly view: PathView
}

interface Slot {
  readonly name: string
  /** On whose page it stands. */
  readonly on: 'own' | 'both'
  /** Beside the path where there is room; under what comes next otherwise. */
  readonly aside?: boolean
  readonly Content: LazyExoticComponent<ComponentType<SlotProps>>
}

/**
 * What other features show on the path, in this order. Each is a line:
 * `{ name: 'approvals', on: 'own', Content: lazy(() => import('../../approvals/web/public-path.tsx')) }`, and the
 * module's default export takes SlotProps and draws its own Section.
 */
const slots: readonly Slot[] = [
  { name: 'signs', on: 'own', Content: lazy(() => import('../../signs/web/public-path.tsx')) },
  { name: 'approvals', on: 'own', Content: lazy(() => import('../../approvals/web/public-path.tsx')) },
  { name: 'proposals', on: 'both', Content: lazy(() => import('../../proposals/web/public-path.tsx')) },
  { name: 'goals', on: 'both', aside: true, Content: lazy(() => import('../../goals/web/public-path.tsx')) },
  {
    name: 'help',
    on: 'both',
    aside: true,
    Content: lazy(() => import('../../help-requests/web/public-path.tsx')),
  },
  { name: 'comments', on: 'both', Content: lazy(() => import('../../comments/web/public-path.tsx')) },
  {
    name: 'evidence',
    on: 'own',
    aside: true,
    Content: lazy(() => import('../../evidence/web/public-path.tsx')),
  },
  {
    name: 'recognitions',
    on: 'own',
    aside: true,
    Content: lazy(() => import('../../recognitions/web/public-path.tsx')),
  },
  { name: 'shares', on: 'own', aside: true, Content: lazy(() => import('../../shares/web/public-path.tsx')) },
]

export function Slots({ aside = false, ...props }: SlotProps & Pick<Slot, 'aside'>) {
  return slots
    .filter(slot => (slot.aside ?? false) === aside && (slot.on === 'both' || props.own))
    .map(({ Content, name }) => (
      <Suspense key={name} fallback={<Loading />}>
        <Content {...props} />
      </Suspense>
    ))
}
