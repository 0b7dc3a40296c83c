import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  refusals: {
    unreadable: 'Filen går inte att läsa ({reason}).',
    'too-large': 'Filen är större än {limit} megabyte.',
    'not-utf8': 'Filens teckenkodning är inte UTF-8.',
    'not-json': 'Filen är inte giltig JSON: fel på rad {line}, kolumn {column}.',
    list: 'Filen innehåller en lista. Ange en fil med examensgrunder åt gången.',
    'not-an-object': 'Filen innehåller ingen post.',
    'api-description': 'Filen beskriver ett gränssnitt och är inte examensgrunder.',
    'search-result': 'Filen är ett sökresultat. Hämta examensgrunderna i sin helhet, en fil för varje.',
    'structure-only': 'Filen innehåller bara examens uppbyggnad: id, diarienummer och examensdelar saknas.',
    'not-a-qualification': 'Filen är inte examensgrunder från eGrunder.',
    draft: 'Examensgrunderna är inte publicerade: deras status är {state}.',
    'no-diary-number': 'Examensgrunderna saknar diarienummer.',
    'not-a-code-set': 'Filen är inte en lista över koder i kodtjänsten.',
    'no-codes': 'Filen innehåller inga koder.',
    'no-code': 'Posten saknar kod.',
    'other-code-set': 'Koden {code} hör inte till kodsamlingen {set}.',
    'broken-reference': 'Hänvisningen till en examensdel leder ingenstans.',
    'no-structure': 'Avläggandesättet saknar uppbyggnad.',
    'too-deep': 'Uppbyggnaden har för många grupper inuti varandra.',
    'not-koski': 'Filen innehåller inte en studerandes eller studierätts uppgifter från Koski.',
    'not-hoks': 'Filen är varken en PUK eller en lista över PUK:ar.',
    'no-student': 'Den studerandes oid saknas eller är fel.',
    'no-study-right': 'Studierättens oid saknas eller är fel.',
    'bad-field': 'Fältets värde är fel.',
    'not-saved': 'Posten kunde inte sparas: {reason}.',
  },
}
