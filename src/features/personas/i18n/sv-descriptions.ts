import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiDescriptions } from './fi-descriptions.ts'

export const svDescriptions: Translation<typeof fiDescriptions> = {
  teacher: 'Läser och kompletterar de studerandes planer och rättar till bristerna i dem.',
  guidance: 'Följer de studerandes vägar och planerar stödet för lärandet.',
  coordinator: 'Sköter arbetsplatserna och ser till att arbetsplatsperioderna är i skick.',
  quality: 'Följer planernas kvalitet och ser var det finns brister.',
  administrator: 'Bestämmer om inställningarna, sköter API-nycklarna och kan flytta demons klocka.',
  student: 'Ser sin egen plan: vad nu, vad härnäst.',
}
