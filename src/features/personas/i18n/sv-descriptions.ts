import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiDescriptions } from './fi-descriptions.ts'

export const svDescriptions: Translation<typeof fiDescriptions> = {
  teacher: 'Läser och kompletterar de studerandes planer och rättar till bristerna i dem.',
  guidance: 'Läser de studerandes planer och uppdaterar karriärplanen.',
  coordinator: 'Läser de studerandes planer och ser om arbetsplatsperioderna är i skick.',
  quality: 'Läser planerna och ser var det finns brister.',
  administrator: 'Bestämmer om inställningarna, sköter API-nycklarna och kan flytta demons klocka.',
  student: 'Ser sin egen stig, föreslår ändringar och godkänner sin egen del.',
  guardian: 'Läser en minderårig studerandes plan och godkänner sin egen del.',
  groups: 'Kommer in första gången på grund av sina grupper.',
}
