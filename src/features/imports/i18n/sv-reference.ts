import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiReference } from './fi-reference.ts'

export const svReference: Translation<typeof fiReference> = {
  'code-cycle': 'De överordnade koderna till {code} går i en cirkel: {codes}. Koden togs inte med.',
  'not-organisations':
    'Filen är varken en hierarki ur Organisationstjänsten eller en lista över en organisations namn.',
  'no-organisations': 'Filen innehåller ingen organisation som kan tas med.',
  'no-oid': 'Organisationen har ingen giltig oid.',
  'same-oid': 'Organisationen {oid} finns två gånger i filen. Den senare togs inte med.',
  'no-parent': 'Den överordnade organisationen {parent} till {oid} finns inte. Organisationen togs inte med.',
  'parent-cycle':
    'De överordnade organisationerna till {oid} går i en cirkel: {oids}. Organisationen togs inte med.',
  'no-dated-name': 'Namnet saknar startdatum eller är inte ett namn på något språk.',
  'names-of-nobody': 'Det framgår inte vilken organisations namn listan innehåller.',
  'no-organisation': 'Organisationen {oid} har inte hämtats, så dess namn togs inte med.',
  'not-koski-record': 'Posten är inte en studerandes uppgifter ur Koski.',
}
