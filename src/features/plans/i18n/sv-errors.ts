import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const sv: Translation<typeof fi> = {
  exists: 'Studierätten har redan en plan. Ändra den i stället för att skapa en ny.',
  'not-found': 'Planen finns inte.',
  'version-not-found': 'Den här versionen finns inte.',
  'conflict-not-found': 'Konflikten finns inte eller är redan kvitterad.',
  'study-right-unknown': 'Studierätten {studyRight} är okänd. Hämta den först från studeranderegistret.',
  'student-unknown':
    'Den studerande {student} är okänd. Hämta den studerande först från studeranderegistret.',
  'other-student': 'Studierätten {studyRight} hör inte till den studerande {student}.',
  'other-study-right': 'Planens studierätt kan inte bytas ({from} → {to}).',
  'study-right-included': 'Studierätten {studyRight} ingår i en annan studierätt. Planen görs för den.',
  'version-conflict': 'Någon annan har sparat planen under tiden. Den är nu i version {version}.',
  'version-needed': 'Ange i rubriken If-Match vilken version du har ändrat.',
  'version-unreadable': 'Versionen i rubriken If-Match har fel form. Rätt form är "v3".',
  'contact-unknown': 'Planen hänvisar till kontaktuppgiften {contact}, som inte finns.',
  'text-too-long': 'Texten är för lång: högst {limit} tecken, nu {count}. Korta av den.',
  shape: 'Planens innehåll har fel form.',
  refused: 'Det finns fel i planen. Rätta dem och skicka på nytt.',
  protected:
    'Den studerande har en spärrmarkering. Öppna först uppgifterna och berätta varför du behöver dem.',
}
