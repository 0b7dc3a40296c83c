import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-prefilled.ts'

export const sv: Translation<typeof fi> = {
  authority:
    'Transport- och kommunikationsverket Traficom, tillsynen över digital tillgänglighet, www.tillganglighetskrav.fi',
  purposes:
    'Att utarbeta, uppdatera och följa upp de studerandes personliga utvecklingsplaner för kunnandet, handledning och stöd för lärandet samt att förmedla lagstadgade uppgifter till undervisningsförvaltningens tjänster.',
  bases:
    'Fullgörande av en rättslig förpliktelse, artikel 6.1 c i den allmänna dataskyddsförordningen: lagen om yrkesutbildning (531/2017) och lagen om nationella studie- och examensregister (884/2017). Särskilda kategorier av personuppgifter: artikel 9.2 g.',
  subjects:
    'Studerande, vårdnadshavare till minderåriga studerande, personal samt arbetsplatshandledare och bedömare av yrkesprov.',
  categories:
    'Den studerandes namn, studerandenummer, kontaktuppgifter, grupp, studierätter och planens innehåll; vårdnadshavares namn och kontaktuppgifter; personalens namn och roller; arbetsplatshandledares och bedömares namn och kontaktuppgifter; uppgift om spärrmarkering; logguppgifter om vem som har behandlat uppgifter.',
  sources: 'Den studerande själv, studeranderegistret, Koski, studentnummerregistret och arbetsplatserna.',
  recipients:
    'Utbildningsstyrelsen (eHOKS och Koski) med stöd av lag samt tjänstens administratör och andra personuppgiftsbiträden med stöd av avtal.',
  transfers: 'Uppgifter överförs inte utanför EU eller EES.',
  security:
    'Åtkomst enligt roll, varje utbildningsanordnares uppgifter åtskilda i databasen, krypterade förbindelser, loggning av all läsning och ändring, maskering av uppgifter under spärrmarkering samt säkerhetskopior.',
}
