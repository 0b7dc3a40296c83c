import type { errorsFi } from './errors.fi.ts'
import type { Translation } from './texts.ts'

export const errorsSv: Translation<typeof errorsFi> = {
  access: {
    forbidden: 'Du har inte rätt att göra detta.',
    'sign-in-needed': 'Logga in först.',
    csrf: 'Begäran kom inte från en sida i den här tjänsten. Ladda om sidan och försök sedan igen.',
    'key-invalid': 'API-nyckeln är fel eller har tagits ur bruk.',
    'ticket-invalid':
      'Servicebiljetten (ticket) är fel eller gammal, eller så har dess nyckel tagits ur bruk.',
    'ticket-missing': 'Rubriken ticket saknas.',
    'caller-id-missing':
      'Identifieringen saknas: skicka API-nyckeln i rubriken authorization (Bearer), eller en biljett i rubrikerna ticket och caller-id.',
    'identity-away': 'Inloggningstjänsten svarar inte just nu. Försök igen om en stund.',
    'sign-in-refused': 'Inloggningstjänsten godkände inte inloggningen.',
    'sign-in-broken': 'Inloggningen avbröts eller blev för gammal. Börja om.',
  },
  request: {
    malformed: 'Begäran kunde inte läsas.',
    'not-found': 'Det du söker finns inte.',
    method: 'Den här adressen känner inte till begärans metod.',
    'too-large': 'Begäran är för stor.',
    'media-type': 'Begärans innehållstyp är okänd. Skicka innehållet som application/json.',
    encoding: 'Innehållet är packat ({encoding}). Skicka det opackat.',
    'too-many': 'Det kom för många begäranden på kort tid. Vänta en stund och försök igen.',
    'body-missing': 'Begäran saknar innehåll.',
    params: 'Identifieraren i adressen har fel form.',
    query: 'Sökvillkoret i adressen har fel form.',
    body: 'Innehållet motsvarar inte beskrivningen av gränssnittet.',
    syntax: 'Innehållet är inte JSON: felet finns på rad {line}, kolumn {column}.',
    'invalid-utf8': 'Innehållet är inte UTF-8: felet finns på rad {line}, kolumn {column}.',
    'duplicate-key': 'Samma nyckel förekommer två gånger: den ena på rad {line}, kolumn {column}.',
    'too-deep': 'Det finns för många nivåer i varandra: gränsen överskrids på rad {line}, kolumn {column}.',
    'lone-surrogate': 'Texten har ett ofullständigt tecken på rad {line}, kolumn {column}.',
    'nul-character': 'Texten har ett förbjudet tecken (\\u0000) på rad {line}, kolumn {column}.',
  },
  files: {
    'bytes-missing': 'Filen finns inte längre.',
    'not-found': 'Filen hittas inte.',
    'too-large': 'Filen är för stor. Den får vara högst 20 megabyte.',
    empty: 'Filen är tom.',
    'photo-format':
      'Bilden är i ett format som inte kan sparas (HEIC eller AVIF). Spara den som JPEG i telefonen och lägg till den på nytt.',
    macros: 'Dokumentet innehåller program (makron). Spara det utan dem, till exempel som PDF.',
    'unknown-type':
      'En sådan fil kan inte läggas till. Välj PDF, bild (JPEG, PNG eller WebP), docx eller txt.',
    'type-lies': 'Filens innehåll är inte det som namnet säger. Kontrollera att du valde rätt fil.',
    'picture-broken': 'Bilden är trasig eller avklippt. Lägg till den på nytt.',
  },
  platform: {
    busy: 'Tjänsten är överbelastad. Försök igen om en stund.',
    'database-away': 'Databasen kan inte nås. Försök igen om en stund.',
    unexpected: 'Ett oväntat fel inträffade i tjänsten. Felet har antecknats för underhållet.',
  },
}
