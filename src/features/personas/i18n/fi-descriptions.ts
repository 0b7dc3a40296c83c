/** What each role does here. The keys are the roles, and `groups` for who is known by groups only. */
export const fiDescriptions = {
  teacher: 'Lukee ja täydentää opiskelijoiden suunnitelmia ja korjaa niiden puutteet.',
  guidance: 'Lukee opiskelijoiden suunnitelmia ja päivittää urasuunnitelman.',
  coordinator: 'Lukee opiskelijoiden suunnitelmia ja näkee, ovatko työpaikkajaksot kunnossa.',
  quality: 'Lukee suunnitelmia ja näkee, missä on puutteita.',
  administrator: 'Päättää asetuksista, hoitaa API-avaimet ja voi siirtää esittelyn kelloa.',
  student: 'Näkee oman polkunsa, ehdottaa muutoksia ja hyväksyy oman osansa.',
  guardian: 'Lukee alaikäisen opiskelijan suunnitelmaa ja hyväksyy oman osansa.',
  groups: 'Tulee ensimmäisen kerran sisään ryhmiensä perusteella.',
} as const
