import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  kinds: {
    proposal: {
      name: 'Förslag från en studerande',
      text: 'Den studerande föreslår en ändring i planen.',
      action: 'Svara på förslaget',
    },
    'proposal-answered': {
      name: 'Svar på ditt förslag',
      text: 'Du har fått svar på ditt förslag.',
      action: 'Läs svaret',
    },
    help: {
      name: 'Begäran om stöd',
      text: 'Den studerande ber om stöd.',
      action: 'Svara på begäran',
    },
    'help-answered': {
      name: 'Svar på din begäran om stöd',
      text: 'Du har fått svar på din begäran om stöd.',
      action: 'Läs svaret',
    },
    comment: {
      name: 'Ny kommentar',
      text: 'Du har fått en ny kommentar.',
      action: 'Läs kommentaren',
    },
    approval: {
      name: 'Godkännande',
      text: 'En del av planen väntar på ditt godkännande.',
      path: 'Studiestigen väntar på ditt godkännande.',
      support: 'Stödet för lärande väntar på ditt godkännande.',
      period: 'En period på arbetsplatsen väntar på ditt godkännande.',
      action: 'Läs och svara',
      declined: 'En del av planen har inte godkänts. Se orsaken.',
      waiting: 'En del av planen har väntat på godkännande i mer än två veckor.',
      'declined-told': '{part}: {party} har inte godkänt. Se orsaken.',
      'waiting-told': '{part}: {party} har inte svarat på över två veckor.',
      look: 'Se godkännandena',
    },
    invitation: {
      name: 'En inbjuden väntar på bekräftelse',
      text: 'En inbjuden har loggat in. Kontrollera vem det är.',
      action: 'Kontrollera inbjudan',
    },
    recognition: {
      name: 'Erkännande av kunnande',
      text: 'Erkännande av tidigare förvärvat kunnande väntar på behandling.',
      action: 'Behandla kunnandet',
    },
    'recognition-decided': {
      name: 'Beslut om ditt kunnande',
      text: 'Det finns ett beslut om ditt tidigare kunnande.',
      action: 'Läs beslutet',
    },
    findings: {
      name: 'Att rätta i planen',
      errors: { one: 'Det finns {count} fel i planen.', other: 'Det finns {count} fel i planen.' },
      warnings: {
        one: 'Det finns {count} punkt att kontrollera i planen.',
        other: 'Det finns {count} punkter att kontrollera i planen.',
      },
      action: 'Rätta planen',
    },
    refusal: {
      name: 'Sändning till den nationella tjänsten',
      refused: 'Den nationella tjänsten tog inte emot planen.',
      differs: 'Planen har ändrats i den nationella tjänsten. Bestäm om den här ska ersätta den.',
      removal: 'Planen ska tas bort ur den nationella tjänsten.',
      action: 'Visa sändningen',
    },
    sign: {
      name: 'Tidigt tecken',
      text: 'I studierna syns ett tidigt tecken på att stöd kan behövas.',
      'no-progress': 'Tidigt tecken: studierna har inte gått framåt.',
      'empty-weeks': 'Tidigt tecken: tomma veckor är på väg.',
      workplace: 'Tidigt tecken: en period på arbetsplatsen kräver uppmärksamhet.',
      action: 'Visa tecknet',
    },
    measure: {
      name: 'Överenskommen åtgärd',
      text: 'Du ansvarar för en överenskommen åtgärd. Berätta hur det gick.',
      action: 'Öppna åtgärden',
    },
    'period-ending': {
      name: 'En period på arbetsplatsen slutar',
      unsent:
        'Sista dagen på arbetsplatsen är {ends}. Planen har inte sänts än, så arbetsplatshandledaren kan gå miste om sin enkät.',
      instructor:
        'Sista dagen på arbetsplatsen är {ends}. Handledarens kontaktuppgift saknas, så handledaren får ingen enkät.',
      workplace:
        'Sista dagen på arbetsplatsen är {ends}. Arbetsplatsens namn eller FO-nummer saknas, så handledaren får ingen enkät.',
      'part-time':
        'Sista dagen på arbetsplatsen är {ends}. Uppgiften om deltid saknas, så handledaren får ingen enkät.',
      several:
        'Sista dagen på arbetsplatsen är {ends}. Flera uppgifter saknas, så handledaren får ingen enkät.',
      action: 'Komplettera perioden',
      approve: 'Godkänn planen',
      read: 'Öppna planen',
    },
    'plan-missing': {
      name: 'Planen saknas',
      text: 'Studierna började {starts} och det finns ingen plan.',
      action: 'Gör upp en plan',
    },
    conflict: {
      name: 'Konflikt i planen',
      text: {
        one: 'Registret och en kollega ändrade {count} ställe på olika sätt. Bestäm vad som gäller.',
        other: 'Registret och en kollega ändrade {count} ställen på olika sätt. Bestäm vad som gäller.',
      },
      action: 'Lös konflikten',
    },
  },
  digest: {
    subject: { one: 'Min lista: {count} sak väntar', other: 'Min lista: {count} saker väntar' },
    lead: { one: '{count} sak väntar på dig.', other: '{count} saker väntar på dig.' },
    kind: '- {name}: {count}',
    first: 'Mest brådskande:',
    by: '- senast {date}: {name}',
    since: '- sedan {date}: {name}',
    link: 'Öppna listan: {address}',
    end: 'Meddelandet innehåller inga personuppgifter. I slutet av listan väljer du när det kommer.',
  },
}
