import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiCsv } from './fi-csv.ts'

export const enCsv: Translation<typeof fiCsv> = {
  'csv-empty': 'The file has no rows besides the headings.',
  'csv-encoding': 'The file is not CSV text. Save it as CSV (UTF-8), not in the format of the spreadsheet.',
  'csv-columns': 'Row {row} has more than {limit} columns.',
  'csv-long-row': 'Row {row} is too long. Is a quotation mark missing?',
  'csv-breaks-off': 'The file breaks off at row {row}. Get the file again: nothing was taken in.',
  'csv-quotes': 'The quotation marks of row {row} do not match.',
  'csv-missing-columns': 'Columns are missing: {columns}.',
  'csv-double-columns': 'The same column is there twice: {columns}.',
  'csv-unknown-columns':
    'The headings of these columns are not known: {columns}. Mend the heading or remove the column.',
  'csv-swapped-columns':
    'These columns hold something else than their headings promise: {columns}. Have columns changed places?',
  'cell-empty': '{column}: nothing is told. The row was not taken in.',
  'cell-long': '{column}: the text is too long. The row was not taken in.',
  'cell-control': '{column}: the text has a character that cannot be there. The row was not taken in.',
  'cell-formula': '{column}: the text looks like a formula. The row was not taken in.',
  'cell-date': '{column}: the calendar has no such day. The row was not taken in.',
  'cell-date-form':
    '{column}: the date has a wrong form. Write it as 15.8.2010 or 2010-08-15. The row was not taken in.',
  'cell-birth-date': '{column}: the date of birth cannot be right. The row was not taken in.',
  'cell-email': '{column}: this is no e-mail address. The row was not taken in.',
  'cell-phone': '{column}: this is no phone number. The row was not taken in.',
  'cell-postal-code': '{column}: this is no postal code. The row was not taken in.',
  'cell-name': '{column}: this is no name. The row was not taken in.',
  'cell-language':
    '{column}: the language is not known. Write fi, sv or en. The row was taken in without it.',
  'cell-yes-no': '{column}: write yes or no. The row was not taken in.',
  'cell-learner-number':
    '{column}: the learner number is wrong (its form or its check digit). The row was not taken in.',
  'cell-role':
    '{column}: the role is not known. Roles are teacher, guidance and support, work-life coordinator, quality manager and administrator. The row was not taken in.',
  'row-cells': 'Row {row} has {cells} cells, the headings {columns}. The row was not taken in.',
  'vanishing-refused': 'Not every row was taken in, so nobody was marked as vanished this time.',
  'vanishing-many':
    'The file lacks {count} students, more than half. Nobody was marked as vanished: see whether the file is the whole register.',
  'row-twice': '{column}: the same number stands earlier in the file. This row was not taken in.',
  'unknown-teacher':
    '{column}: nobody of the staff has this number. Import the staff first. The row was not taken in.',
  'role-without-subject':
    '{column}: the sign-in subject is missing, so no role was given. The rest was taken in.',
  'guardian-custody':
    '{column}: it is not told who has custody, so this guardian stays as before. The rest was taken in.',
  'guardian-birth-date':
    '{column}: the date of birth is not known, so nothing is told to the guardian. The row was taken in.',
  'guardian-unknown': '{column}: the name of the guardian is not known. The rest was taken in.',
}
