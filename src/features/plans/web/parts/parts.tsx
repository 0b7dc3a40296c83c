import { useEditor } from '../editor-context.tsx'

/** The sections of a plan that consist of parts, in the order in which they are written. */
export const partNames = [
  'prior',
  'vocationalUnits',
  'localUnits',
  'commonUnits',
  'preparatoryParts',
  'support',
  'studySkills',
] as const
export type PartName = (typeof partNames)[number]

/** The forms of one section, drawn inside of an editor under a heading of the page. */
export function PartForms({ part }: { readonly part: PartName }) {
  const { plan } = useEditor()
  return <p data-part={part}>{plan.studyRightOid}</p>
}
