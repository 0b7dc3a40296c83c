import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  refusals: {
    unreadable: 'The file cannot be read ({reason}).',
    'too-large': 'The file is larger than {limit} megabytes.',
    'not-utf8': 'The file is not encoded as UTF-8.',
    'not-json': 'The file is not valid JSON: see line {line}, column {column}.',
    list: 'The file holds a list. Give one file for each qualification.',
    'not-an-object': 'The file holds no record.',
    'api-description': 'The file describes an interface; it is not a qualification.',
    'search-result': 'The file is a search result. Fetch each qualification whole, one file each.',
    'structure-only': 'The file holds only the structure: id, diary number and units are missing.',
    'not-a-qualification': 'The file is not a qualification as ePerusteet gives it.',
    draft: 'The qualification is not published: its state is {state}.',
    'no-diary-number': 'The qualification has no diary number.',
    'not-a-code-set': 'The file is not a list of codes as Koodisto gives it.',
    'no-codes': 'The file holds no codes.',
    'no-code': 'The record has no code.',
    'other-code-set': 'The code {code} does not belong to the code set {set}.',
    'broken-reference': 'The reference to a unit leads nowhere.',
    'no-structure': 'The method has no structure.',
    'too-deep': 'The structure has too many groups within groups.',
    'not-koski': 'The file holds no student or study right as Koski gives them.',
    'not-hoks': 'The file is neither a HOKS nor a list of them.',
    'no-student': 'The oid of the student is missing or wrong.',
    'no-study-right': 'The oid of the study right is missing or wrong.',
    'bad-field': 'The value of the field is wrong.',
    'not-saved': 'The record could not be saved: {reason}.',
  },
}
