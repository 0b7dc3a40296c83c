import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-prefilled.ts'

export const en: Translation<typeof fi> = {
  authority:
    'Finnish Transport and Communications Agency Traficom, supervision of digital accessibility, www.webaccessibility.fi',
  purposes:
    'Drawing up, updating and following students’ personal competence development plans, guidance and learning support, and passing on the data that the law demands to the services of the education administration.',
  bases:
    'Compliance with a legal obligation, Article 6(1)(c) of the General Data Protection Regulation: the Act on Vocational Education and Training (531/2017) and the Act on National Registers of Studies and Qualifications (884/2017). Special categories of personal data: Article 9(2)(g).',
  subjects:
    'Students, guardians of students under 18, members of the staff, workplace instructors and assessors of demonstrations.',
  categories:
    'The student’s name, learner number, contact data, group, study rights and the contents of the plan; names and contact data of guardians; names and roles of the staff; names and contact data of workplace instructors and assessors; whether there is a turvakielto; logs of who has processed data.',
  sources: 'The student, the student register, Koski, the learner number register and workplaces.',
  recipients:
    'The Finnish National Agency for Education (eHOKS and Koski) by law, and the operator of the service and other processors by contract.',
  transfers: 'No data are transferred outside the EU or the EEA.',
  security:
    'Access by role, each provider’s data apart in the database, encrypted connections, a log of every look and change, masking of data under turvakielto, and backups.',
}
