/** Rows of the small entities that several parts share. They are the same for every method. */
import type {
  CodeReference,
  DemonstrationEnvironment,
  DemonstrationOrganiser,
  Instructor,
  Interruption,
  OtherEnvironment,
  ProviderAssessor,
  SchoolOrganisation,
  SchoolPerson,
  VerificationDetails,
  WorkAssessor,
  WorkOrganisation,
  Workplace,
} from '../../features/plans/contract-parts.ts'
import { codes } from './fields-codes.ts'
import {
  boolean,
  businessId,
  date,
  entity,
  field,
  integer,
  listOf,
  one,
  organisationOid,
  phone,
  text,
} from './fields-kinds.ts'

export const needs = {
  required: 'RRRRRRRR',
  optional: 'OOOOOOOO',
  /** Whole lists of parts cannot be patched. */
  parts: 'OO-OOOO-',
  requiredExceptPatch: 'RRORRRRO',
  partId: '--OOO--O',
  moduleId: '---RO---',
} as const

const { required, optional } = needs
const id = field('id', integer, optional)

export const schoolPerson = entity<SchoolPerson>('Oppilaitoshenkilo', {
  id,
  name: field('nimi', text, required),
  institutionOid: field('oppilaitos-oid', organisationOid, required),
  role: field('rooli', text, optional),
})

export const instructor = entity<Instructor>('VastuullinenTyopaikkaOhjaaja', {
  id,
  name: field('nimi', text, required),
  email: field('sahkoposti', text, optional),
  phone: field('puhelinnumero', phone, optional),
})

export const workplace = entity<Workplace>('TyopaikallaJarjestettavaKoulutus', {
  id,
  name: field('tyopaikan-nimi', text, required),
  businessId: field('tyopaikan-y-tunnus', businessId, optional),
  tasks: field('keskeiset-tyotehtavat', listOf(text), required),
  // Statistics learn only that there is an instructor.
  instructor: {
    ...field(
      'vastuullinen-tyopaikka-ohjaaja',
      one(() => instructor),
      required,
    ),
    redacted: boolean,
  },
})

export const otherEnvironment = entity<OtherEnvironment>('MuuOppimisymparisto', {
  code: field('oppimisymparisto-koodi-uri', codes.environment, required),
  codeVersion: field('oppimisymparisto-koodi-versio', integer, required),
  start: field('alku', date, required),
  end: field('loppu', date, required),
})

export const interruption = entity<Interruption>('Keskeytymisajanjakso', {
  start: field('alku', date, required),
  end: field('loppu', date, optional),
})

const workOrganisation = entity<WorkOrganisation>('TyoelamaOrganisaatio', {
  name: field('nimi', text, required),
  businessId: field('y-tunnus', text, optional),
})

const schoolOrganisation = entity<SchoolOrganisation>('KoulutuksenJarjestajaOrganisaatio', {
  institutionOid: field('oppilaitos-oid', organisationOid, optional),
})

export const workAssessor = entity<WorkAssessor>('TyoelamaOsaamisenArvioija', {
  id,
  name: field('nimi', text, required),
  organisation: field(
    'organisaatio',
    one(() => workOrganisation),
    required,
  ),
})

export const providerAssessor = entity<ProviderAssessor>('KoulutuksenJarjestajaArvioija', {
  id,
  name: field('nimi', text, required),
  organisation: field(
    'organisaatio',
    one(() => schoolOrganisation),
    required,
  ),
})

export const demonstrationEnvironment = entity<DemonstrationEnvironment>('Nayttoymparisto', {
  name: field('nimi', text, required),
  businessId: field('y-tunnus', text, optional),
  description: field('kuvaus', text, optional),
})

export const demonstrationOrganiser = entity<DemonstrationOrganiser>('NaytonJarjestaja', {
  id,
  institutionOid: field('oppilaitos-oid', organisationOid, optional),
})

export const codeReference = entity<CodeReference>('KoodistoKoodi', {
  code: field('koodi-uri', text, required),
  codeVersion: field('koodi-versio', integer, required),
})

export const verificationDetails = entity<VerificationDetails>('TodennettuArviointiLisatiedot', {
  sentForAssessmentOn: field('lahetetty-arvioitavaksi', date, optional),
  assessors: field('aiemmin-hankitun-osaamisen-arvioijat', listOf(one(() => providerAssessor)), optional),
})
