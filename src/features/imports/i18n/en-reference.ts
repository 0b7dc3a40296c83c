import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiReference } from './fi-reference.ts'

export const enReference: Translation<typeof fiReference> = {
  'code-cycle': 'The broader codes of {code} run in a circle: {codes}. The code was not taken.',
  'not-organisations':
    "The file is neither a hierarchy of the organisation service nor a list of an organisation's names.",
  'no-organisations': 'The file holds no organisation that could be taken.',
  'no-oid': 'The organisation has no valid OID.',
  'same-oid': 'The organisation {oid} is in the file twice. The second one was not taken.',
  'no-parent': 'The parent {parent} of the organisation {oid} is not there. The organisation was not taken.',
  'parent-cycle': 'The parents of the organisation {oid} run in a circle: {oids}. It was not taken.',
  'no-dated-name': 'The name has no first day, or is a name in no language.',
  'names-of-nobody': 'The list of names does not tell whose names they are.',
  'no-organisation': 'The organisation {oid} has not been brought in, so its names were not taken.',
  'not-koski-record': 'The record is not a student of the study right register.',
}
