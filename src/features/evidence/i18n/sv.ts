import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'student-not-found': 'Den studerande hittas inte.',
  protected:
    'Den studerande har spärrmarkering. Berätta först på den studerandes sida vad du behöver uppgifterna till.',
  'not-found': 'Uppgiften hittas inte. Den har kanske tagits bort.',
  'version-conflict': 'Någon annan ändrade detta nyss. Öppna det på nytt och gör din ändring där.',
  'too-many': 'Du har redan berättat om kunnande {limit} gånger. Ta först bort något som inte behövs.',
  'files-too-many': 'Det finns redan {limit} filer. Ta först bort någon av dem.',
  'no-room':
    'En studerandes filer får ta högst {limit} megabyte, och den här ryms inte längre. Ta först bort en fil som inte behövs.',
  'dates-reversed': 'Slutdagen är före startdagen.',
  'starts-later': 'Startdagen är först senare. Berätta om det som du redan har gjort.',
}
