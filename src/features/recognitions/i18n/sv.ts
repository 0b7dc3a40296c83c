import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'student-not-found': 'Den studerande hittas inte.',
  protected:
    'Den studerande har spärrmarkering. Berätta först på den studerandes sida vad du behöver uppgifterna till.',
  'not-found': 'Begäran hittas inte.',
  'plan-not-found': 'Den studerande har inte denna plan.',
  'version-conflict': 'Någon annan hann behandla begäran. Läs den nya situationen innan du beslutar.',
  'decided-already': 'Begäran är redan avgjord.',
  'reason-missing': 'Motivera beslutet.',
  'assessors-missing': 'Namnge först bedömarna och berätta när ärendet sändes till dem.',
  'sent-later': 'Dagen är först senare. Ange den dag då ärendet sändes.',
  'already-prior': 'Detta finns redan i planen som tidigare förvärvat kunnande.',
  'already-asked': 'Detta har redan begärts. Vänta på beslutet eller ta först tillbaka den förra begäran.',
  'part-unknown': 'Detta finns varken i planen eller i examensgrunderna.',
  'evidence-unknown': 'Kunnandet som du berättade om hittas inte. Det har kanske tagits bort.',
}
