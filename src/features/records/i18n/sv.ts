import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'reason-needed': 'Berätta varför paketet görs.',
  protected:
    'Studeranden har spärrmarkering. Berätta först på studerandens sida vad du behöver uppgifterna till.',
  'not-found': 'Studeranden finns inte.',
  file: 'uppgifter.zip',
  title: 'Uppgifter som finns om studeranden',
  made: 'Sammanställt {time}. System: Yhdessä.',
  lead: 'Det här paketet innehåller allt som tjänsten har om studeranden. JSON-filer öppnas som text, CSV-filer i ett kalkylprogram.',
  own: 'Det här är studerandens eget paket. Andra människors uppgifter har lämnats bort: om vårdnadshavare berättas bara vårdnaden, och om dem som har sett uppgifterna berättas rollen och inte namnet.',
  fileColumn: 'Fil',
  whatColumn: 'Vad den innehåller',
  kinds: {
    student: 'Namn, identifierare, grupp, ansvarig lärare och kontaktuppgifter.',
    guardians: 'Vårdnadshavare.',
    studyRights: 'Studierätter så som Koski anger dem.',
    versions: 'Varje version av planen: innehåll, vem som sparade, tid, orsak och ändringar.',
    national: 'Samma version i nationell form.',
    pdf: 'Planen nu, för läsning.',
    noPdf:
      'Planen innehåller så mycket text att den inte kan göras till en PDF-fil. Versionerna finns som JSON-filer.',
    sendings: 'Vad registren senast har skickat.',
    conflicts: 'Konflikter mellan registret och ändringar som gjorts här.',
    deliveries: 'Hur planen har skickats till den nationella tjänsten.',
    approvals: 'Vem som har godkänt vilken del av planen och när.',
    signs:
      'Tidiga tecken: vad som märktes, av vilka uppgifter, vad den studerande berättade och vad som beslutades.',
    measures: 'Överenskomna åtgärder: vad, senast när och hur det gick.',
    invitations: 'Inbjudningar att logga in: till vem, när och hur det gick.',
    shares: 'Vad den studerande har delat med en länk, med vem och när den har öppnats.',
    evidence: 'Vad den studerande har berättat om sitt kunnande.',
    recognitions: 'Begäranden om erkännande av kunnande och svaren med motivering.',
    files: 'En fil som har lagts till för att visa kunnande.',
    proposals: 'Vad den studerande har föreslagit och vilket svar som har getts.',
    goals: 'Den studerandes egna mål.',
    'help-requests': 'Begäranden om stöd. Orden finns bara i den studerandes eget paket.',
    comments:
      'Kommentarer om stigen och i vilka roller de läses. Den studerandes paket innehåller texten i de kommentarer som hen får läsa.',
    reveals: 'Vem som har öppnat uppgifter som skyddas av spärrmarkering, när och för vilken dag.',
    erasures: 'Vilka uppgifter som har raderats, när och enligt vilken regel.',
    audit: 'Vem som har sett eller ändrat uppgifter, när och hur (filerna audit.csv och audit.json).',
  },
  csv: { at: 'Tid', action: 'Åtgärd', who: 'Vem', roles: 'Roller', source: 'System' },
  self: 'studeranden själv',
  section: {
    title: 'Alla uppgifter som ett paket',
    text: 'Paketet innehåller allt som finns om studeranden: uppgifter, planer med versioner och vem som har sett dem. Det antecknas i användningsloggen.',
    ownText:
      'Du kan ladda ner allt som finns om dig: dina uppgifter, dina planer med versioner och i vilken roll de har setts.',
    reason: 'Varför paketet görs',
    reasonHint: 'Till exempel studerandens begäran och dess datum. Skriv inga namn.',
    reasonProblem: 'Berätta kort varför paketet görs.',
    take: 'Ladda ner paketet (ZIP)',
    taken: 'Paketet har laddats ner.',
  },
}
