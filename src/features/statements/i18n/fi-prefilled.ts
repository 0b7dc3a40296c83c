/** Our texts for the fields of the statements, until the provider writes its own. */
export const fi = {
  authority:
    'Liikenne- ja viestintävirasto Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvonta, www.saavutettavuusvaatimukset.fi',
  purposes:
    'Opiskelijoiden henkilökohtaisten osaamisen kehittämissuunnitelmien laatiminen, päivittäminen ja seuranta, ohjaus ja oppimisen tuki sekä lakisääteisten tietojen välittäminen opetushallinnon palveluihin.',
  bases:
    'Lakisääteisen velvoitteen noudattaminen, yleisen tietosuoja-asetuksen 6 artiklan 1 kohdan c alakohta: laki ammatillisesta koulutuksesta (531/2017) ja laki valtakunnallisista opinto- ja tutkintorekistereistä (884/2017). Erityiset henkilötietoryhmät: 9 artiklan 2 kohdan g alakohta.',
  subjects:
    'Opiskelijat, alaikäisten opiskelijoiden huoltajat, henkilöstö sekä työpaikkaohjaajat ja näyttöjen arvioijat.',
  categories:
    'Opiskelijan nimi, oppijanumero, yhteystiedot, ryhmä, opiskeluoikeudet ja suunnitelman sisältö; huoltajien nimet ja yhteystiedot; henkilöstön nimet ja roolit; työpaikkaohjaajien ja arvioijien nimet ja yhteystiedot; tieto turvakiellosta; lokitiedot siitä, kuka on käsitellyt tietoja.',
  sources: 'Opiskelija itse, opiskelijarekisteri, Koski, Oppijanumerorekisteri ja työpaikat.',
  recipients:
    'Opetushallitus (eHOKS ja Koski) lain nojalla sekä palvelun ylläpitäjä ja muut henkilötietojen käsittelijät sopimuksen nojalla.',
  transfers: 'Tietoja ei siirretä EU:n tai ETA-alueen ulkopuolelle.',
  security:
    'Käyttöoikeudet rooleittain, jokaisen koulutuksen järjestäjän tiedot erillään tietokannassa, salatut yhteydet, lokitus kaikesta katselusta ja muuttamisesta, turvakiellon alaisten tietojen peittäminen sekä varmuuskopiot.',
} as const
