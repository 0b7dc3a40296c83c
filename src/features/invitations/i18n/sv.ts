import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  unknown: 'Kontrollera att länken är hel. Om den ändå inte öppnas, be läroanstalten om en ny länk.',
  'unknown-title': 'Den här länken gäller inte',
  expired: 'Inbjudan har gått ut. Be läroanstalten om en ny länk.',
  revoked: 'Läroanstalten har återkallat inbjudan. Fråga läroanstalten om det är ett misstag.',
  refused:
    'Läroanstalten kunde inte bekräfta att inbjudan var avsedd för dig. Fråga läroanstalten om det är ett misstag.',
  used: 'Någon annan har redan använt inbjudan. Be läroanstalten om en ny länk.',
  'not-you': 'Inbjudan är avsedd för någon annan. Ingenting ändrades, och inbjudan gäller fortfarande.',
  'both-sides': 'Samma konto kan inte vara både den studerandes och vårdnadshavarens. Fråga läroanstalten.',
  yourself:
    'Någon har loggat in med inbjudan på ditt eget konto. Du kan inte bekräfta dig själv: en kollega gör det.',
  'nobody-signs-in': 'Ingen loggar längre in så. Ladda sidan på nytt.',
  'place-taken':
    'Någon annan loggar redan in som den personen. Om det är fel person, anteckna det först på den studerandes sida.',
  'other-student': 'Du är redan här som en annan studerande. Fråga läroanstalten. Ingenting ändrades.',
  'guardian-ended':
    'Vårdnadshavarens del har upphört: den studerande är myndig, eller så finns vårdnaden inte i läroanstaltens register.',
  protected:
    'Den studerande har spärrmarkering. Öppna först uppgifterna med en motivering, och gör detta sedan.',
  'no-mail': 'Den här tjänsten skickar inte e-post. Ge inbjudan som en länk.',
  'no-address': 'Det finns ingen e-postadress i registret. Ge inbjudan som en länk.',
  'somebody-waits': 'Någon har redan loggat in med inbjudan. Bekräfta eller avvisa den personen först.',
  changed: 'Inbjudans läge har ändrats sedan du öppnade sidan. Ladda sidan på nytt.',
  'page-title': '{provider} bjuder in dig',
  'page-lead': 'Yhdessä är en tjänst där studierna planeras tillsammans. Logga in, så kommer du med.',
  'page-proof':
    'Länken berättar inte vem du är. Därför loggar du in, och vi kontrollerar att inbjudan är avsedd för dig. Om vi inte kan kontrollera det själva gör läroanstalten det.',
  'page-sign-in': 'Logga in',
  'page-until': 'Inbjudan gäller till {until}.',
  'page-demo': 'Prova i demon',
  'page-demo-lead': 'Välj vem du loggar in som. De här personerna är påhittade och har inget konto ännu.',
  'page-front': 'Gå till startsidan',
  'page-waiting':
    'Tack, du har loggat in. Läroanstalten kontrollerar ännu att inbjudan är avsedd för dig. Därefter kommer du in genom att logga in på startsidan.',
  'page-accepted': 'Inbjudan är redan använd. Om den var din, logga in på startsidan.',
  'page-expired': 'Inbjudan har gått ut. Be läroanstalten om en ny länk.',
  'page-revoked': 'Läroanstalten har återkallat inbjudan. Fråga läroanstalten om det är ett misstag.',
  'page-refused':
    'Läroanstalten kunde inte bekräfta att inbjudan var avsedd för dig. Fråga läroanstalten om det är ett misstag.',
  'mail-subject': '{provider}: inbjudan till Yhdessä',
  'mail-student':
    'Hej!\n\n{provider} bjuder in dig till tjänsten Yhdessä. Där ser du din egen stig och kan påverka den.\n\nÖppna länken och logga in:\n{address}\n\nLänken gäller till {until}. Den räcker inte ensam: när du loggar in kontrollerar vi att inbjudan är din.\n\nOm du inte väntade dig en inbjudan, öppna inte länken.\n',
  'mail-guardian':
    'Hej!\n\n{provider} bjuder in dig som vårdnadshavare till tjänsten Yhdessä. Där kan du vara med när studierna planeras.\n\nÖppna länken och logga in:\n{address}\n\nLänken gäller till {until}. Den räcker inte ensam: när du loggar in kontrollerar vi att inbjudan är din.\n\nOm du inte väntade dig en inbjudan, öppna inte länken.\n',
}
