import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-public.ts'

export const sv: Translation<typeof fi> = {
  footer: 'Om tjänsten',
  accessibility: {
    title: 'Tillgänglighetsutlåtande',
    lead: 'Det här utlåtandet gäller tjänsten Yhdessä. För tjänsten ansvarar {provider}.',
    stateTitle: 'Hur tjänsten uppfyller kraven',
    state: {
      full: 'Tjänsten uppfyller de kriterier på nivå A och AA i WCAG som lagen kräver.',
      partial: 'Tjänsten uppfyller delvis de kriterier på nivå A och AA i WCAG som lagen kräver.',
      none: 'Tjänsten uppfyller inte de kriterier på nivå A och AA i WCAG som lagen kräver.',
    },
    shortcomings: 'Kända brister',
    noShortcomings: 'Inga brister har ännu antecknats.',
    assessment: 'Bedömning',
    assessed: {
      self: 'Utbildningsanordnaren har själv bedömt tjänsten {date}.',
      external: 'En utomstående bedömare har bedömt tjänsten {date}.',
    },
    notAssessed: 'Datum för bedömningen har ännu inte antecknats.',
    authority: 'Om du inte får svar eller svaret inte räcker',
    authorityText:
      'Ge respons först till oss. Om du inte får svar inom två veckor eller inte är nöjd med det kan du anmäla saken till tillsynsmyndigheten:',
    contact: 'Du kan också ta kontakt:',
  },
  privacy: {
    title: 'Dataskyddsbeskrivning',
    lead: 'Så här behandlas personuppgifter i tjänsten Yhdessä. Personuppgiftsansvarig är {provider}.',
    rights: 'Dina rättigheter',
    rightsText:
      'Du kan be den personuppgiftsansvariga om tillgång till dina uppgifter, rättelse av felaktiga uppgifter, begränsning av behandlingen och, i de fall som lagen anger, radering. Som studerande ser du i tjänsten när och i vilken roll dina uppgifter har lästs.',
    complaint: 'Klagomål',
    complaintText:
      'Du kan lämna in klagomål till dataombudsmannen om du anser att dina uppgifter behandlas lagstridigt: www.tietosuoja.fi.',
    automated: 'Tjänsten fattar inga automatiserade beslut och profilerar inte.',
  },
  unfinished: 'Redogörelsen är ofullständig',
  unfinishedText:
    '{provider} har ännu inte kompletterat och publicerat den här redogörelsen. Nedan finns tjänstens grundtext.',
  publishedOn: 'Publicerad {date}.',
  empty: 'Inte ännu angivet.',
  list: {
    title: 'Redogörelser',
    lead: 'Välj utbildningsanordnare.',
    none: 'Det finns inga utbildningsanordnare ännu.',
    label: 'Utbildningsanordnare',
  },
  form: {
    title: 'Ge respons om tillgängligheten',
    lead: 'Berätta vad som inte fungerade. Du behöver inte logga in. Vi svarar inom 14 dagar om du anger en e-postadress.',
    message: 'Respons',
    messageHint: 'Skriv inte uppgifter om andra personer här.',
    messageProblem: 'Skriv respons, minst tre tecken.',
    page: 'På vilken sida',
    email: 'E-post för svar',
    emailHint: 'Frivillig. Används bara för svaret.',
    emailProblem: 'Kontrollera e-postadressen eller lämna den tom.',
    website: 'Lämna detta tomt',
    send: 'Skicka responsen',
    thanks: 'Tack för responsen',
    thanksText: 'Responsen har sparats.',
    another: 'Ge mer respons',
  },
}
