import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiDescriptions } from './fi-descriptions.ts'

export const enDescriptions: Translation<typeof fiDescriptions> = {
  teacher: "Reads and completes the students' plans and mends what they lack.",
  guidance: "Follows the students' paths and plans their learning support.",
  coordinator: 'Looks after workplaces, and that workplace periods are in order.',
  quality: 'Follows the quality of the plans and sees where they fall short.',
  administrator: "Decides the settings, keeps the API keys, and can move the demo's clock.",
  student: 'Sees their own plan: what now, what next.',
}
