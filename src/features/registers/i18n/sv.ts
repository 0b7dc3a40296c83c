import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'changed-since': 'Någon annan har ändrat inställningarna sedan du öppnade dem. Öppna dem på nytt.',
  'address-not-url': 'Adressen är inte en fullständig webbadress.',
  'address-not-https':
    'Adressen måste börja med https://. Bara den här maskinens egen adress får börja med http://.',
  'address-has-credentials': 'Adressen får inte innehålla användarnamn eller lösenord. Ge dem i egna fält.',
  'address-has-query': 'Ge bara tjänstens rotadress, utan sökvillkor (?) och ankare (#).',
  'address-private':
    'Adressen leder till ett internt nät eller till den här maskinen. Ge tjänstens offentliga adress.',
  'secret-needed':
    'Servern har bytts: ge lösenordet på nytt eller ta bort det. Det gamla skickas inte till den nya servern.',
  'secret-without-username': 'Ett lösenord behöver ett användarnamn.',
  'credentials-not-used': 'Den här tjänsten är öppen: den behöver varken användarnamn eller lösenord.',
  'no-secret-key':
    'Lösenordet kan inte sparas, eftersom tjänsten saknar en nyckel för att kryptera det. Underhållet anger den i miljövariabeln SECRET_KEY.',
  answers: 'Tjänsten svarar. Svaret tog {milliseconds} ms.',
  'answers-as': 'Tjänsten svarar och godkänner användarnamnet. Svaret tog {milliseconds} ms.',
}
