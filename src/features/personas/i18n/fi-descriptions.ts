/** What each role does here. The keys are the roles. */
export const fiDescriptions = {
  teacher: 'Lukee ja täydentää opiskelijoiden suunnitelmia ja korjaa niiden puutteet.',
  guidance: 'Seuraa opiskelijoiden polkuja ja suunnittelee oppimisen tuen.',
  coordinator: 'Huolehtii työpaikoista ja siitä, että työpaikkajaksot ovat kunnossa.',
  quality: 'Seuraa suunnitelmien laatua ja näkee, missä on puutteita.',
  administrator: 'Päättää asetuksista, hoitaa API-avaimet ja voi siirtää esittelyn kelloa.',
  student: 'Näkee oman suunnitelmansa: mitä nyt, mitä seuraavaksi.',
} as const
