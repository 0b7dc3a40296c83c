import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  findings: {
    'json-syntax': 'JSON är felaktig på rad {line}, tecken {column}. Rätta den.',
    'json-duplicate-key': 'Samma uppgift finns två gånger på rad {line}, tecken {column}. Ta bort den ena.',
    'json-too-deep': 'JSON är för djup på rad {line}. Kontrollera parenteserna.',
    'json-invalid-utf8': 'Teckenkodningen är inte UTF-8 på rad {line}, tecken {column}. Spara som UTF-8.',
    'json-lone-surrogate': 'På rad {line}, tecken {column} finns ett trasigt tecken. Skriv texten på nytt.',
    'json-nul-character': 'Texten har ett förbjudet tecken (\\u0000) på rad {line}, kolumn {column}.',
    'unknown-key-kept': 'Uppgiften {key} är ännu okänd. Den sparades som den är.',
    'unknown-key': 'Uppgiften {key} är okänd på det här stället. Ta bort den eller kontrollera stavningen.',
    'refused-key': 'Uppgiften {key} får inte skickas med den här funktionen. Lämna bort den.',
    'missing-key': 'Uppgiften {key} saknas. Lägg till den.',
    'field-missing': 'Den här uppgiften saknas. Komplettera den.',
    'null-value': 'Värdet är tomt (null). Lämna bort hela uppgiften om den inte finns.',
    'empty-value': 'Texten är tom. Skriv ett värde eller lämna bort uppgiften.',
    'invalid-text': 'Här ska finnas en text inom citattecken.',
    'invalid-integer': 'Här ska finnas ett heltal utan citattecken.',
    'invalid-number': 'Här ska finnas ett tal som är noll eller större.',
    'invalid-boolean': 'Här ska stå true eller false utan citattecken.',
    'invalid-date': 'Här ska finnas en dag i kalendern i formen åååå-mm-dd, till exempel 2026-08-01.',
    'invalid-instant': 'Här ska finnas dag, klockslag och tidszon, till exempel 2026-08-01T09:30:00.000Z.',
    'invalid-uuid': 'Här ska finnas en UUID-identifierare: 36 tecken med bindestreck.',
    'invalid-phone': 'Ett telefonnummer får ha siffror, mellanslag, parenteser, + och -, högst 256 tecken.',
    'invalid-business-id':
      'FO-numret är felaktigt. Formen är 1234567-1 och den sista siffran är en kontrollsiffra.',
    'invalid-study-right-oid':
      'Studierättens identifierare är felaktig. Den börjar med 1.2.246.562.15. och slutar med en kontrollsiffra.',
    'invalid-person-oid':
      'Studerandenumret är felaktigt. Det börjar med 1.2.246.562.24. och slutar med en kontrollsiffra.',
    'invalid-organisation-oid': 'Organisationens identifierare är felaktig. Den börjar med 1.2.246.562.10.',
    'invalid-code': 'Koden har fel form. Rätt form är till exempel {example}.',
    'invalid-list': 'Här ska finnas en lista inom hakparenteser.',
    'invalid-object': 'Här ska finnas uppgifter inom klammerparenteser.',

    'period-ends-before-start': 'Perioden slutar ({end}) innan den börjar ({start}). Rätta datumen.',
    'period-too-long': 'Perioden är längre än {years} år. Förkorta den eller dela upp den.',
    'period-starts-before-study-right':
      'Perioden börjar före studierätten. Studierätten börjar {date}; flytta periodens början till den dagen eller senare.',
    'period-ends-after-study-right':
      'Perioden slutar efter studierättens beräknade slut. Flytta slutet till senast {date} eller förläng studierätten.',
    'part-time-share-missing':
      'Uppgift om deltid saknas för perioden på arbetsplatsen. Skriv hur många procent av full arbetstid den studerande arbetar (1–100).',
    'part-time-share-out-of-range': 'Deltiden ska vara 1–100 procent.',
    'part-time-share-unusual': 'Deltiden är i allmänhet 1–100 procent. Kontrollera talet.',
    'period-identifier-missing':
      'Perioden på arbetsplatsen saknar en egen identifierare. Ge den en identifierare som inte upprepas i planen.',
    'period-identifier-repeated':
      'Samma identifierare {identifier} finns också på en annan period, så perioderna går inte att skilja åt. Ge dem olika identifierare.',
    'workplace-business-id-missing': 'Arbetsplatsens FO-nummer saknas. Lägg till det.',
    'workplace-details-missing':
      'Perioden saknar uppgifter om arbetsplatsen. Lägg till arbetsplats, handledare och arbetsuppgifter.',
    'workplace-tasks-missing':
      'De centrala arbetsuppgifterna saknas. Skriv vad den studerande gör på arbetsplatsen.',
    'apprenticeship-basis-missing':
      'Grunden för läroavtalet saknas. Välj om den studerande är anställd eller företagare.',
    'apprenticeship-basis-unneeded':
      'En grund för läroavtal är angiven fast perioden inte är läroavtal. Ta bort grunden eller byt sätt att förvärva kunnande.',
    'interruptions-overlap':
      'Avbrotten överlappar varandra: det som börjar {start} börjar innan det föregående har slutat. Rätta datumen.',
    'workplace-periods-overlap':
      'Perioden sammanfaller med perioden {start} – {end} på en arbetsplats. Gemensamma dagar delas mellan perioderna när längderna räknas.',
    'dates-reversed': 'Slutdagen {end} är före begynnelsedagen {start}. Rätta datumen.',
    'outside-learning-period':
      'Dagen ligger utanför den period som den hör till ({start} – {end}). Rätta dagen.',

    'demonstration-before-study-right':
      'Yrkesprovet börjar före studierätten, som börjar {date}. Kontrollera dagen.',
    'demonstration-after-study-right':
      'Yrkesprovet slutar efter studierättens beräknade slut ({date}). Kontrollera dagen.',
    'assessors-missing': 'Kunnandet ska verifieras av bedömare, men inga bedömare har nämnts.',
    'prior-demonstration-missing':
      'Den studerande har hänvisats till yrkesprov, men uppgifterna om provet saknas.',

    'study-right-unknown': 'Studierätten är okänd. Hämta den från studeranderegistret.',
    'study-right-type-unsuitable':
      'Studierättens typ är {type}. En plan kan göras bara för yrkesutbildning eller för utbildning som handleder för examensutbildning.',
    'unit-on-preparatory-study-right':
      'En plan för utbildning som handleder för examensutbildning kan inte ha examensdelar. Ta bort examensdelen.',
    'study-skills-on-preparatory-study-right':
      'En plan för utbildning som handleder för examensutbildning kan inte ha studier som stöder studiefärdigheterna. Ta bort dem.',
    'preparatory-oid-unsuitable':
      'En parallell studierätt anges inte när planen själv gäller utbildning som handleder för examensutbildning. Ta bort identifieraren.',
    'preparatory-part-unsuitable':
      'Delar av utbildning som handleder för examensutbildning kan finnas bara i en plan för den utbildningen. Ta bort delen.',
    'preparatory-weeks-unusual': 'Enligt grunderna omfattar den här delen {fewest}–{most} veckor.',
    'competence-achieved-out-of-range':
      'Dagen då kunnandet har uppnåtts ska vara {earliest} – {latest}. Rätta dagen.',
    'competence-achieved-before-approval':
      'Kunnandet är antecknat som uppnått innan planen godkändes för första gången ({date}). Kontrollera dagarna.',

    'remedial-teaching-incomplete':
      'För stödundervisning antecknas början, slut och om det gäller en yrkesinriktad eller en gemensam examensdel.',
    'support-details-unneeded':
      'Bara för stödundervisning antecknas dagar och typ av examensdel. Ta bort den här uppgiften.',
    'support-type-unknown': 'Formen {code} av stöd för lärande är okänd. Välj en av de tre formerna.',
    'learning-support-too-early': 'Stöd för lärande antecknas i planen först från {date}. Kontrollera dagen.',
    'study-skills-being-replaced':
      'Stöd för lärande ersätter studierna som stöder studiefärdigheterna. Överväg att anteckna det här som stöd för lärande.',

    'local-unit-without-name': 'Den lokala examensdelen saknar namn. Skriv det.',
    'common-unit-without-subject-areas': 'Den gemensamma examensdelen har inga delområden. Lägg till dem.',
    'text-has-control-characters':
      'Texten innehåller osynliga styrtecken som kan vända eller förstöra den. Ta bort dem.',
    'email-unusual': 'E-postadressen ser inte rätt ut. Kontrollera den.',
    'phone-unusual': 'Telefonnumret ser inte rätt ut. Kontrollera det.',
    'business-id-unusual':
      'Kontrollera FO-numret: formen är till exempel 1234567-1, och den sista siffran är en kontrollsiffra.',
    'code-unknown': 'Koden {code} (version {version}) finns inte i kodverket. Kontrollera koden.',
    'unit-not-in-qualification':
      'Examensdelen {code} hör inte till strukturen i den studerandes examen. Kontrollera delen.',
    'points-below-qualification': 'Planen har {planned} kompetenspoäng, examen {total}.',
    'points-surely-below-qualification':
      'Planen har högst {planned} kompetenspoäng när det valfria räknas så stort som möjligt. Examen har {total}. Vad som saknas står på planens sida under Hur examen byggs upp.',
    'points-above-qualification': 'Planen har {planned} kompetenspoäng, fler än examen ({total}).',
    'register-conflict':
      'Studeranderegistret och en ändring som gjorts här motsäger varandra. Båda uppgifterna finns kvar.',
  },
}
