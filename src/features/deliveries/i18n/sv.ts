import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'no-such-place': 'Listan fortsätter inte härifrån. Öppna listan från början.',
  'retry-not-now': 'Den här planen kan inte skickas på nytt just nu. Uppdatera sidan.',
  'ask-removal-not-now':
    'Det går inte att be om att den här planen tas bort: den har inte skickats, eller så har någon redan bett om det.',
  'tell-removed-not-now': 'Ingen har bett om att den här planen tas bort, eller så är det redan konstaterat.',
  'withdraw-removal-not-now': 'Begäran om borttagning kan inte längre återtas.',
  failures: {
    'changed-there':
      'Planen har ändrats i den nationella tjänsten. Skicka vår version på nytt, eller hämta tjänstens version och godkänn planen.',
    'other-there':
      'Studierätten har i den nationella tjänsten en annan PUK, som inte har sänts härifrån. Kontrollera vilken som stämmer. Om det är den här, sänd den på nytt.',
    contradiction: 'Den nationella tjänsten säger att planen finns där, men ger den inte.',
    'too-late': 'Den nationella tjänsten svarade så långsamt att försöket avbröts. Vi försöker igen.',
    fault: 'Sändningen avbröts av ett fel hos oss. Vi försöker igen; underhållet ser felet i loggen.',
    faults:
      'Den nationella tjänsten godkände inte planen. Rätta de markerade ställena och godkänn planen på nytt.',
    'no-right': 'Våra användaruppgifter ger inte rätt till den här studierätten i den nationella tjänsten.',
    archived:
      'Studierätten har en borttagen PUK i den nationella tjänsten. Be eHOKS-supporten återställa den.',
    'study-right-ended':
      'Studierätten har upphört, och den nationella tjänsten tar inte längre emot ändringar.',
    'study-right-unknown':
      'Koski känner inte till studierätten. Kontrollera att den har överförts till Koski.',
    'student-unknown':
      'Studerandenummerregistret känner inte till den studerande. Kontrollera studerandenumret.',
    'study-right-included': 'Studierätten ingår i en annan studierätt: planen hör till den.',
    'other-student': 'Studierätten hör i den nationella tjänsten till ett annat studerandenummer.',
    'other-study-right': 'I den nationella tjänsten hör planen till en annan studierätt.',
    refused: 'Den nationella tjänsten godkände inte planen: den svarade {status}.',
    'refused-plain': 'Den nationella tjänsten godkände inte planen.',
    'away-plain': 'Den nationella tjänsten svarar inte just nu. Vi försöker igen.',
    'connection-plain':
      'Förbindelsen till den nationella tjänsten är inte i skick. Administratören ser orsaken.',
    'service-away': 'Den nationella tjänsten ({host}) svarar inte.',
    'service-slow': 'Den nationella tjänsten ({host}) svarade inte inom {seconds} sekunder.',
    'service-half': 'Svaret från den nationella tjänsten ({host}) bröts av.',
    'service-failed':
      'Den nationella tjänsten ({host}) har ett fel eller är överbelastad: den svarade {status}.',
    'service-refused': 'Den nationella tjänsten ({host}) avvisade förfrågan: den svarade {status}.',
    'service-unauthorized':
      'Den nationella tjänsten ({host}) godkänner inte användarnamnet och lösenordet. Rätta dem i registrens inställningar.',
    'service-redirect':
      'Den nationella tjänsten ({host}) hänvisar till en annan server, {to}. Rätta adressen i registrens inställningar.',
    'service-private':
      'Den nationella tjänstens adress {host} leder till ett internt nät eller till den här maskinen. Rätta adressen.',
    'service-too-large': 'Svaret från den nationella tjänsten ({host}) är större än {limit} megabyte.',
    'service-not-json': 'Svaret från den nationella tjänsten ({host}) är inte i JSON-form.',
    'service-unknown-form': 'Svaret från den nationella tjänsten ({host}) har inte den väntade formen.',
    'service-not-here':
      'På adressen {host} finns ingen eHOKS-tjänst ({path}). Rätta adressen i registrens inställningar.',
    'service-no-credentials':
      'Användarnamn och lösenord till den nationella tjänsten saknas eller kan inte längre öppnas. Ge dem i registrens inställningar.',
  },
}
