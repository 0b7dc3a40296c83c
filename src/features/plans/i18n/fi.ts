/** Texts of plans. `findings`: what is wrong and how to mend it, by the code that the rules give. */
export const fi = {
  findings: {
    'json-syntax': 'JSON on virheellistä rivillä {line}, merkin {column} kohdalla. Korjaa merkintä.',
    'json-duplicate-key':
      'Sama tieto on kahteen kertaan rivillä {line}, merkin {column} kohdalla. Poista toinen.',
    'json-too-deep': 'JSON on liian syvää rivillä {line}. Tarkista sulkeet.',
    'json-invalid-utf8':
      'Merkistö ei ole UTF-8 rivillä {line}, merkin {column} kohdalla. Tallenna UTF-8-muodossa.',
    'json-lone-surrogate':
      'Rivillä {line}, merkin {column} kohdalla on rikkinäinen merkki. Kirjoita teksti uudelleen.',
    'json-nul-character': 'Tekstissä on kielletty merkki (\\u0000) rivillä {line}, sarakkeessa {column}.',
    'unknown-key-kept': 'Tietoa {key} ei vielä tunneta. Se säilytettiin sellaisenaan.',
    'unknown-key': 'Tietoa {key} ei tunneta tässä kohdassa. Poista se tai tarkista kirjoitusasu.',
    'refused-key': 'Tietoa {key} ei saa lähettää tällä toiminnolla. Jätä se pois.',
    'missing-key': 'Tieto {key} puuttuu. Lisää se.',
    'field-missing': 'Tämä tieto puuttuu. Täydennä se.',
    'null-value': 'Arvo on tyhjä (null). Jätä koko tieto pois, jos sitä ei ole.',
    'empty-value': 'Teksti on tyhjä. Kirjoita arvo tai jätä tieto pois.',
    'invalid-text': 'Tässä pitää olla teksti lainausmerkeissä.',
    'invalid-integer': 'Tässä pitää olla kokonaisluku ilman lainausmerkkejä.',
    'invalid-number': 'Tässä pitää olla luku, joka on nolla tai suurempi.',
    'invalid-boolean': 'Tässä pitää olla true tai false ilman lainausmerkkejä.',
    'invalid-date': 'Tässä pitää olla kalenterin päivä muodossa vvvv-kk-pp, esimerkiksi 2026-08-01.',
    'invalid-instant':
      'Tässä pitää olla päivä, kellonaika ja aikavyöhyke, esimerkiksi 2026-08-01T09:30:00.000Z.',
    'invalid-uuid': 'Tässä pitää olla UUID-tunniste: 36 merkkiä väliviivoineen.',
    'invalid-phone': 'Puhelinnumerossa saa olla numeroita, välejä, sulkeita, + ja -, enintään 256 merkkiä.',
    'invalid-business-id':
      'Y-tunnus on virheellinen. Muoto on esimerkiksi 1234567-1, ja viimeinen numero on tarkistusnumero.',
    'invalid-study-right-oid':
      'Opiskeluoikeuden tunniste on virheellinen. Se alkaa 1.2.246.562.15. ja päättyy tarkistusnumeroon.',
    'invalid-person-oid':
      'Oppijanumero on virheellinen. Se alkaa 1.2.246.562.24. ja päättyy tarkistusnumeroon.',
    'invalid-organisation-oid': 'Organisaation tunniste on virheellinen. Se alkaa 1.2.246.562.10.',
    'invalid-code': 'Koodi ei ole oikeaa muotoa. Oikea muoto on esimerkiksi {example}.',
    'invalid-list': 'Tässä pitää olla luettelo hakasulkeissa.',
    'invalid-object': 'Tässä pitää olla joukko tietoja aaltosulkeissa.',

    'period-ends-before-start': 'Jakso päättyy ({end}) ennen kuin se alkaa ({start}). Korjaa päivät.',
    'period-too-long': 'Jakso kestää yli {years} vuotta. Lyhennä sitä tai jaa se osiin.',
    'period-starts-before-study-right':
      'Jakso alkaa ennen opiskeluoikeutta. Opiskeluoikeus alkaa {date}; siirrä jakson alku siihen tai myöhemmäksi.',
    'period-ends-after-study-right':
      'Jakso päättyy opiskeluoikeuden arvioidun päättymisen jälkeen. Siirrä loppu viimeistään päivään {date} tai jatka opiskeluoikeutta.',
    'part-time-share-missing':
      'Työpaikkajaksolta puuttuu osa-aikaisuus. Kirjoita, montako prosenttia täydestä työajasta opiskelija on työssä (1–100).',
    'part-time-share-out-of-range': 'Osa-aikaisuuden pitää olla 1–100 prosenttia.',
    'part-time-share-unusual': 'Osa-aikaisuus on yleensä 1–100 prosenttia. Tarkista luku.',
    'period-identifier-missing':
      'Työpaikkajaksolta puuttuu yksilöivä tunniste. Anna jaksolle tunniste, joka ei toistu suunnitelmassa.',
    'period-identifier-repeated':
      'Sama tunniste {identifier} on myös toisella jaksolla, joten jaksoja ei erota toisistaan. Anna jaksoille eri tunnisteet.',
    'workplace-business-id-missing': 'Työpaikan Y-tunnus puuttuu. Lisää se.',
    'workplace-details-missing':
      'Työpaikkajaksolta puuttuvat työpaikan tiedot. Lisää työpaikka, ohjaaja ja työtehtävät.',
    'workplace-tasks-missing':
      'Keskeiset työtehtävät puuttuvat. Kirjoita, mitä opiskelija työpaikalla tekee.',
    'apprenticeship-basis-missing':
      'Oppisopimuksen perusta puuttuu. Valitse, onko opiskelija työsuhteessa vai yrittäjä.',
    'apprenticeship-basis-unneeded':
      'Oppisopimuksen perusta on annettu, vaikka jakso ei ole oppisopimus. Poista perusta tai vaihda hankkimistapa.',
    'interruptions-overlap':
      'Keskeytykset menevät päällekkäin: {start} alkava alkaa ennen kuin edellinen on päättynyt. Korjaa päivät.',
    'workplace-periods-overlap':
      'Jakso on samaan aikaan kuin työpaikkajakso {start} – {end}. Yhteiset päivät jaetaan jaksojen kesken, kun kestot lasketaan.',
    'dates-reversed': 'Loppupäivä {end} on ennen alkupäivää {start}. Korjaa päivät.',
    'outside-learning-period': 'Päivä ei osu jaksoon, johon se kuuluu ({start} – {end}). Korjaa päivä.',

    'demonstration-before-study-right':
      'Näyttö alkaa ennen opiskeluoikeutta, joka alkaa {date}. Tarkista päivä.',
    'demonstration-after-study-right':
      'Näyttö päättyy opiskeluoikeuden arvioidun päättymisen ({date}) jälkeen. Tarkista päivä.',
    'assessors-missing':
      'Osaaminen on valittu todennettavaksi arvioijien kautta, mutta arvioijia ei ole nimetty.',
    'prior-demonstration-missing': 'Opiskelija on ohjattu näyttöön, mutta näytön tiedot puuttuvat.',

    'study-right-unknown': 'Opiskeluoikeutta ei tunneta. Tuo se opiskelijarekisteristä.',
    'study-right-type-unsuitable':
      'Opiskeluoikeuden tyyppi on {type}. Suunnitelman voi tehdä vain ammatilliseen koulutukseen tai TUVA-koulutukseen.',
    'unit-on-preparatory-study-right':
      'TUVA-koulutuksen suunnitelmassa ei voi olla tutkinnon osia. Poista tutkinnon osa.',
    'study-skills-on-preparatory-study-right':
      'TUVA-koulutuksen suunnitelmassa ei voi olla opiskeluvalmiuksia tukevia opintoja. Poista ne.',
    'preparatory-oid-unsuitable':
      'Rinnakkaista TUVA-opiskeluoikeutta ei merkitä, kun suunnitelma itse on TUVA-koulutuksessa. Poista tunniste.',
    'preparatory-part-unsuitable':
      'TUVA-koulutuksen osia voi olla vain TUVA-koulutuksen suunnitelmassa. Poista koulutuksen osa.',
    'preparatory-weeks-unusual':
      'Tämän koulutuksen osan laajuus on perusteiden mukaan {fewest}–{most} viikkoa.',
    'competence-achieved-out-of-range':
      'Osaamisen saavuttamisen päivän pitää olla välillä {earliest} – {latest}. Korjaa päivä.',
    'competence-achieved-before-approval':
      'Osaaminen on merkitty saavutetuksi ennen suunnitelman ensimmäistä hyväksymistä ({date}). Tarkista päivät.',

    'remedial-teaching-incomplete':
      'Tukiopetukselle pitää kirjata alku, loppu ja se, onko kyse ammatillisesta vai yhteisestä tutkinnon osasta.',
    'support-details-unneeded':
      'Vain tukiopetukselle kirjataan päivät ja tutkinnon osan tyyppi. Poista tämä tieto.',
    'support-type-unknown': 'Oppimisen tuen muotoa {code} ei tunneta. Valitse jokin kolmesta tuen muodosta.',
    'learning-support-too-early':
      'Oppimisen tukea kirjataan suunnitelmaan vasta {date} alkaen. Tarkista päivä.',
    'study-skills-being-replaced':
      'Oppimisen tuki korvaa opiskeluvalmiuksia tukevat opinnot. Harkitse, kirjataanko tämä oppimisen tueksi.',

    'local-unit-without-name': 'Paikalliselta tutkinnon osalta puuttuu nimi. Kirjoita se.',
    'common-unit-without-subject-areas': 'Yhteisellä tutkinnon osalla ei ole yhtään osa-aluetta. Lisää ne.',
    'text-has-control-characters':
      'Tekstissä on näkymättömiä ohjausmerkkejä, jotka voivat kääntää tai rikkoa sen. Poista ne.',
    'email-unusual': 'Sähköpostiosoite ei näytä oikealta. Tarkista se.',
    'phone-unusual': 'Puhelinnumero ei näytä oikealta. Tarkista se.',
    'business-id-unusual':
      'Tarkista Y-tunnus: muoto on esimerkiksi 1234567-1, ja viimeinen numero on tarkistusnumero.',
    'code-unknown': 'Koodia {code} (versio {version}) ei ole koodistossa. Tarkista koodi.',
    'unit-not-in-qualification':
      'Tutkinnon osa {code} ei kuulu opiskelijan tutkinnon rakenteeseen. Tarkista osa.',
    'points-below-qualification': 'Suunnitelmassa on {planned} osaamispistettä, tutkinnossa {total}.',
    'points-surely-below-qualification':
      'Suunnitelmassa on enintään {planned} osaamispistettä, kun valinnaisuus lasketaan suurimpana mahdollisena. Tutkinnossa niitä on {total}. Suunnitelman sivulla kohta Tutkinnon muodostuminen kertoo, mitä puuttuu.',
    'points-above-qualification':
      'Suunnitelmassa on {planned} osaamispistettä, enemmän kuin tutkinnossa ({total}).',
    'register-conflict':
      'Opiskelijarekisteri ja täällä tehty muutos ovat ristiriidassa. Molemmat tiedot on säilytetty.',
  },
} as const
