import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiServices } from './fi-services.ts'

export const svServices: Translation<typeof fiServices> = {
  'service-away': 'Servern {host} svarar inte ({path}).',
  'service-slow': 'Servern {host} svarade inte inom {seconds} sekunder ({path}).',
  'service-half': 'Svaret från servern {host} avbröts ({path}).',
  'service-failed': 'Servern {host} har ett fel eller är överbelastad: svar {status} ({path}).',
  'service-refused': 'Servern {host} godkände inte frågan: svar {status} ({path}).',
  'service-unauthorized':
    'Servern {host} godkänner inte användarnamnet och lösenordet, eller de ger inte rätt till uppgifterna: svar {status} ({path}).',
  'service-redirect':
    'Servern {host} hänvisar till en annan server {to}, och hänvisningen följs inte ({path}).',
  'service-private':
    'Adressen {host} leder till ett internt nät eller till den här maskinen. Därifrån hämtas inget.',
  'service-too-large': 'Svaret från servern {host} är större än {limit} megabyte ({path}).',
  'service-not-json': 'Svaret från servern {host} är inte giltig JSON ({path}).',
  'service-unknown-form': 'Svaret från servern {host} har inte den väntade formen ({path}).',
  'service-no-credentials': 'Tjänsten saknar användarnamn och lösenord, eller så kan de inte längre öppnas.',
  'service-nothing':
    'Servern {host} gav inte en enda studierätt. Kontrollera vilken organisation användarnamnet ger rätt till.',
  'service-query-failed': 'Servern {host} kunde inte slutföra frågan. Försök på nytt senare.',
  'service-query-late': 'Frågan till servern {host} blev inte färdig på {hours} timmar.',
}
