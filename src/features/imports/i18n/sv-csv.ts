import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiCsv } from './fi-csv.ts'

export const svCsv: Translation<typeof fiCsv> = {
  'csv-empty': 'Filen har inga rader utöver rubrikraden.',
  'csv-encoding':
    'Filen är inte CSV-text. Spara den som CSV (UTF-8) och inte i kalkylprogrammets eget format.',
  'csv-columns': 'Rad {row} har fler än {limit} kolumner.',
  'csv-long-row': 'Rad {row} är för lång. Saknas ett citattecken?',
  'csv-breaks-off': 'Filen tar slut mitt i rad {row}. Hämta filen på nytt: ingenting importerades.',
  'csv-quotes': 'Citattecknen på rad {row} går inte jämnt ut.',
  'csv-missing-columns': 'Kolumner saknas i filen: {columns}.',
  'csv-double-columns': 'Samma kolumn finns två gånger: {columns}.',
  'csv-unknown-columns':
    'Rubriken för dessa kolumner är okänd: {columns}. Rätta rubriken eller ta bort kolumnen.',
  'csv-swapped-columns':
    'Dessa kolumner innehåller något annat än rubriken lovar: {columns}. Har kolumnerna bytt plats?',
  'cell-empty': '{column}: uppgiften saknas. Raden importerades inte.',
  'cell-long': '{column}: texten är för lång. Raden importerades inte.',
  'cell-control': '{column}: texten har ett tecken som inte kan finnas där. Raden importerades inte.',
  'cell-formula': '{column}: texten ser ut som en formel. Raden importerades inte.',
  'cell-date': '{column}: dagen finns inte i kalendern. Raden importerades inte.',
  'cell-date-form':
    '{column}: datumets form är fel. Skriv det så här: 15.8.2010 eller 2010-08-15. Raden importerades inte.',
  'cell-birth-date': '{column}: födelsedatumet kan inte vara rätt. Raden importerades inte.',
  'cell-email': '{column}: det här är ingen e-postadress. Raden importerades inte.',
  'cell-phone': '{column}: det här är inget telefonnummer. Raden importerades inte.',
  'cell-postal-code': '{column}: det här är inget postnummer. Raden importerades inte.',
  'cell-name': '{column}: det här är inget namn. Raden importerades inte.',
  'cell-language': '{column}: språket är okänt. Skriv fi, sv eller en. Raden importerades, men utan språk.',
  'cell-yes-no': '{column}: skriv ja eller nej. Raden importerades inte.',
  'cell-learner-number':
    '{column}: studerandenumret är felaktigt (formen eller kontrollsiffran). Raden importerades inte.',
  'cell-role':
    '{column}: rollen är okänd. Rollerna är lärare, handlednings- och stödperson, arbetslivskoordinator, kvalitetschef och administratör. Raden importerades inte.',
  'row-cells': 'Rad {row} har {cells} celler men rubrikraden {columns}. Raden importerades inte.',
  'vanishing-refused': 'Alla rader importerades inte, så den här gången märktes ingen som borttagen.',
  'vanishing-many':
    'Filen saknar {count} studerande, mer än hälften. Ingen märktes som borttagen: kontrollera om filen är hela registret.',
  'row-twice': '{column}: samma nummer finns redan tidigare i filen. Den här raden importerades inte.',
  'unknown-teacher':
    '{column}: numret finns inte bland personalen. Importera personalen först. Raden importerades inte.',
  'role-without-subject':
    '{column}: inloggnings-id saknas, så rollen kunde inte ges. Resten av raden importerades.',
  'guardian-custody':
    '{column}: det är inte sagt om personen har vårdnaden, så vårdnadshavarens uppgifter ändrades inte. Resten av raden importerades.',
  'guardian-birth-date':
    '{column}: den studerandes födelsedatum är okänt, så ingenting berättas för vårdnadshavaren. Raden importerades.',
  'guardian-unknown': '{column}: vårdnadshavarens namn är okänt. Resten av raden importerades.',
}
