import type { ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Section } from '../../../ui/section.tsx'
import type { PartListKey } from '../contract.ts'
import type { StoredPlan } from '../rules-contacts.ts'
import { FindingNotes } from './finding-note.tsx'
import styles from './plan.module.css'
import { PriorCommonCard, PriorLocalCard, PriorVocationalCard } from './prior.tsx'
import { useReading } from './reading.tsx'
import { PreparatoryCard, StudySkillsCard, SupportCard } from './small-parts.tsx'
import { texts } from './texts.ts'
import { CommonUnitCard, LocalUnitCard, VocationalUnitCard } from './units.tsx'

/** Sections after the basics, in the order in which a plan is read; each draws one or more lists of the body. */
const sections = [
  { id: 'prior', lists: ['priorVocationalUnits', 'priorLocalUnits', 'priorCommonUnits'] },
  { id: 'vocationalUnits', lists: ['vocationalUnits'] },
  { id: 'localUnits', lists: ['localUnits'] },
  { id: 'commonUnits', lists: ['commonUnits'] },
  { id: 'preparatoryParts', lists: ['preparatoryParts'] },
  { id: 'support', lists: ['learningSupport'] },
  { id: 'studySkills', lists: ['studySkillsStudies'] },
] as const satisfies readonly { readonly id: string; readonly lists: readonly PartListKey[] }[]

export type SectionId = (typeof sections)[number]['id']

/** Sections that every plan should have are drawn also when empty; the rest only when they hold something. */
const always: readonly SectionId[] = ['prior', 'vocationalUnits', 'commonUnits', 'support']

export function shownSections(plan: StoredPlan): readonly (typeof sections)[number][] {
  const preparatory = (plan.preparatoryParts?.length ?? 0) > 0
  return sections.filter(({ id, lists }) => {
    if (lists.some(list => (plan[list]?.length ?? 0) > 0)) return true
    return always.includes(id) && !(preparatory && id !== 'support')
  })
}

/** How many members of each list are drawn, so that findings know their place. */
export function drawnParts(plan: StoredPlan): Record<PartListKey, number> {
  const count = (list: PartListKey): number => plan[list]?.length ?? 0
  return {
    vocationalUnits: count('vocationalUnits'),
    localUnits: count('localUnits'),
    commonUnits: count('commonUnits'),
    preparatoryParts: count('preparatoryParts'),
    priorVocationalUnits: count('priorVocationalUnits'),
    priorLocalUnits: count('priorLocalUnits'),
    priorCommonUnits: count('priorCommonUnits'),
    studySkillsStudies: count('studySkillsStudies'),
    learningSupport: count('learningSupport'),
  }
}

export function PlanSections({ plan }: { readonly plan: StoredPlan }) {
  return shownSections(plan).map(({ id, lists }) => (
    <PlanSection key={id} id={id} lists={lists} plan={plan} />
  ))
}

interface PlanSectionProps {
  readonly id: SectionId
  readonly lists: readonly PartListKey[]
  readonly plan: StoredPlan
}

function PlanSection({ id, lists, plan }: PlanSectionProps) {
  const t = useTexts(texts)
  const { findings } = useReading()
  const cards = lists.flatMap(list => cardsOf(list, plan))
  // Findings about a whole list, such as a missing part or a total, stand at the head of its section.
  const whole = findings.filter(finding => lists.some(list => finding.pointer === `/${list}`))
  return (
    <Section id={id} title={t(`sections.${id}`)} {...(cards.length > 1 ? { count: cards.length } : {})}>
      <FindingNotes findings={whole} />
      {cards.length === 0 ? (
        <p className={styles.quiet}>{t('none')}</p>
      ) : (
        <div className={styles.cards}>{cards}</div>
      )}
    </Section>
  )
}

function cardsOf(list: PartListKey, plan: StoredPlan): readonly ReactNode[] {
  const at = (index: number): string => `/${list}/${index}`
  const cards: Readonly<Record<PartListKey, () => readonly ReactNode[] | undefined>> = {
    vocationalUnits: () =>
      plan.vocationalUnits?.map((unit, i) => <VocationalUnitCard key={at(i)} pointer={at(i)} unit={unit} />),
    localUnits: () =>
      plan.localUnits?.map((unit, i) => <LocalUnitCard key={at(i)} pointer={at(i)} unit={unit} />),
    commonUnits: () =>
      plan.commonUnits?.map((unit, i) => <CommonUnitCard key={at(i)} pointer={at(i)} unit={unit} />),
    preparatoryParts: () =>
      plan.preparatoryParts?.map((part, i) => <PreparatoryCard key={at(i)} pointer={at(i)} part={part} />),
    priorVocationalUnits: () =>
      plan.priorVocationalUnits?.map((unit, i) => (
        <PriorVocationalCard key={at(i)} pointer={at(i)} unit={unit} />
      )),
    priorLocalUnits: () =>
      plan.priorLocalUnits?.map((unit, i) => <PriorLocalCard key={at(i)} pointer={at(i)} unit={unit} />),
    priorCommonUnits: () =>
      plan.priorCommonUnits?.map((unit, i) => <PriorCommonCard key={at(i)} pointer={at(i)} unit={unit} />),
    studySkillsStudies: () =>
      plan.studySkillsStudies?.map((part, i) => <StudySkillsCard key={at(i)} pointer={at(i)} part={part} />),
    learningSupport: () =>
      plan.learningSupport?.map((part, i) => <SupportCard key={at(i)} pointer={at(i)} part={part} />),
  }
  return cards[list]() ?? []
}
