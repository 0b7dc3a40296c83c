import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiDescriptions } from './fi-descriptions.ts'

export const enDescriptions: Translation<typeof fiDescriptions> = {
  teacher: "Reads and completes the students' plans and mends what they lack.",
  guidance: "Reads the students' plans and updates the career plan.",
  coordinator: "Reads the students' plans and sees whether workplace periods are in order.",
  quality: 'Reads the plans and sees where they fall short.',
  administrator: "Decides the settings, keeps the API keys, and can move the demo's clock.",
  student: 'Sees their own path, proposes changes and approves their own part.',
  guardian: 'Reads the plan of a student under 18 and approves their own part.',
  groups: 'Comes in for the first time by the groups of their account.',
}
