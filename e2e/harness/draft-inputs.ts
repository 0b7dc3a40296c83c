import type pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { group, partTimePercent, students, templateName, told, workplaces } from './draft-world.ts'

/** Counts what a person does: every pasted or typed cell, choice, key activation and click. */
export class Counting {
  inputs = 0
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async click(place: Locator): Promise<void> {
    this.inputs += 1
    await place.click()
  }

  async choose(place: Locator, label: string): Promise<void> {
    this.inputs += 1
    await place.selectOption({ label })
  }

  async press(key: string): Promise<void> {
    this.inputs += 1
    await this.#page.keyboard.press(key)
  }

  /** One cell, however long its text. */
  async type(text: string): Promise<void> {
    this.inputs += 1
    await this.#page.keyboard.type(text)
  }

  /** Every cell of it counts, empty ones too. */
  async paste(place: Locator, cells: readonly string[]): Promise<void> {
    this.inputs += cells.length
    await place.evaluate(
      (element, text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      },
      `${cells.join('\r\n')}\r\n`,
    )
  }
}

const newPlaces = ['9000078-3', '9000085-5', '9000092-7'].map((businessId, at) => ({
  name: `Uusi paja ${'abc'[at]} Oy`,
  businessId,
  instructor: `Uusi Ohjaaja${'abc'[at]}`,
}))

/**
 * The 20 differences that nobody but the teacher knows: twelve go to another workplace than the others (three of them
 * to one that the provider does not know, with its instructor), two e-mail addresses, two part-time shares, one day of return.
 */
export const differences = {
  workplaces: new Map([
    ...[1, 2, 3, 4, 7, 13, 14, 15, 16].map((at, turn) => [at, workplaces[1 + turn]] as const),
    ...[17, 18, 19].map((at, turn) => [at, newPlaces[turn]] as const),
  ]),
  instructors: [17, 18, 19],
  emails: told.withoutEmail,
  shares: new Map([
    [20, 80],
    [21, 50],
  ]),
  returns: '11.1.2027',
} as const

const isNew = (at: number): boolean => at >= 17 && at <= 19
const placeOf = (at: number) =>
  at === told.apprentice ? workplaces[1] : (differences.workplaces.get(at) ?? workplaces[0])

/** What is pasted for one student; of the apprentice the register tells. */
function pasted(at: number): string {
  const place = placeOf(at)
  if (at === told.apprentice || place === undefined) return ''
  return isNew(at) ? `${place.name} ${place.businessId}` : place.name
}

const cellOf = (page: Page, at: number, column: string): Locator => {
  const row = page.locator('table[role=grid] tbody tr').filter({
    has: page.getByRole('link', { name: `${students[at]} Keksitty`, exact: true }),
  })
  return row.locator(`td[data-column="${column}"]`)
}

const kept = (page: Page) => page.getByText('Vastaukset ovat tallessa.').waitFor()

async function answer(counting: Counting, page: Page, cell: Locator, text: string): Promise<void> {
  await counting.click(cell)
  await counting.type(text)
  await counting.press('Enter')
  await kept(page)
}

/** From the template to the stored plans of the whole group. */
export async function draftGroup(page: Page, address: string): Promise<number> {
  const counting = new Counting(page)
  await page.goto(`${address}/group-drafts/new`)
  await counting.choose(page.getByLabel('Polkupohja'), templateName)
  await counting.choose(page.getByLabel('Ryhmä'), `${group} Mitattu ryhmä`)
  await counting.click(page.getByRole('button', { name: 'Tee luonnokset' }))
  const first = cellOf(page, 0, 'workplace:huolto-tyo')
  await first.waitFor()
  await counting.click(first)
  await counting.paste(
    first,
    students.map((_, at) => pasted(at)),
  )
  await kept(page)
  for (const at of differences.instructors)
    await answer(counting, page, cellOf(page, at, 'instructor:huolto-tyo'), instructorText(at))
  for (const at of differences.emails) await answer(counting, page, cellOf(page, at, 'email'), emailOf(at))
  for (const [at, share] of differences.shares)
    await answer(counting, page, cellOf(page, at, 'share:huolto-tyo'), String(share))
  await answer(counting, page, cellOf(page, told.away, 'returns'), differences.returns)
  await counting.click(page.getByRole('button', { name: 'Tallenna 25 suunnitelmaa' }))
  await page.getByText('Suunnitelmat on tallennettu').first().waitFor()
  return counting.inputs
}

const instructorText = (at: number): string => `${placeOf(at)?.instructor ?? ''}, uusi@paja.test`
const emailOf = (at: number): string => `${students[at]?.toLowerCase()}@esimerkki.test`

/** From the template to the stored plan of one student, at a workplace that the provider does not know. */
export async function draftOne(page: Page, address: string): Promise<number> {
  const counting = new Counting(page)
  const at = 17
  await page.goto(`${address}/group-drafts/new`)
  await counting.choose(page.getByLabel('Polkupohja'), templateName)
  await counting.choose(page.getByLabel('Ryhmä'), `${group} Mitattu ryhmä`)
  await counting.click(page.getByText('Valitse opiskelijat'))
  await counting.click(page.getByRole('button', { name: 'Poista valinnat' }))
  await counting.click(page.getByLabel(`${students[at]} Keksitty`, { exact: true }))
  await counting.click(page.getByRole('button', { name: 'Tee luonnokset' }))
  await answer(counting, page, cellOf(page, at, 'workplace:huolto-tyo'), pasted(at))
  await answer(counting, page, cellOf(page, at, 'instructor:huolto-tyo'), instructorText(at))
  await counting.click(page.getByRole('button', { name: 'Tallenna 1 suunnitelma' }))
  await page.getByText('Suunnitelmat on tallennettu').first().waitFor()
  return counting.inputs
}

export interface StoredSummary {
  readonly student: string
  readonly errors: number
  readonly warnings: number
  readonly email: string | undefined
  readonly units: readonly string[]
  readonly atWork: readonly string[]
}

/** What each student's plan is to hold, worked out here and not by the rules. */
export function expectedOf(at: number): StoredSummary {
  const place = placeOf(at)
  const done = told.completed.some(one => one === at)
  const share = differences.shares.get(at) ?? (at === told.partTime ? partTimePercent : 100)
  const method = at === told.apprentice ? 'oppisopimus' : 'koulutussopimus'
  const one = `${method} ${place?.name} ${place?.businessId} ${place?.instructor} ${share}`
  return {
    student: students[at] ?? '',
    errors: 0,
    warnings: 0,
    email: emailOf(at),
    units: [
      ...(done ? [] : ['tutkinnonosat_106945']),
      'tutkinnonosat_106877',
      'tutkinnonosat_106878',
      'tutkinnonosat_106728',
    ],
    atWork: done ? [one] : [one, one],
  }
}

export async function storedOf(owner: pg.Client | pg.Pool): Promise<StoredSummary[]> {
  const { rows } = await owner.query(
    `select s.called_name, p.errors, p.warnings, v.body,
       (select jsonb_object_agg(c.id, c.content) from contact c where c.plan_id = p.id) as contacts
     from plan p join student s on s.id = p.student_id
     join plan_version v on v.plan_id = p.id and v.version = p.version
     where s.group_code = $1 order by s.sort_name`,
    [group],
  )
  return rows.map(({ body, called_name: student, contacts, errors, warnings }) => ({
    student,
    errors,
    warnings,
    email: contacts[body.contact]?.email,
    units: [...(body.vocationalUnits ?? []), ...(body.commonUnits ?? [])].map(one => one.unitCode),
    atWork: (body.vocationalUnits ?? []).flatMap((unit: { learningPeriods?: StoredPeriod[] }) =>
      (unit.learningPeriods ?? []).flatMap(({ methodCode, partTimeShare, workplace }) =>
        workplace === undefined
          ? []
          : [
              `${methodCode.split('_')[1]} ${workplace.name} ${workplace.businessId} ${
                contacts[workplace.instructor.contact]?.name
              } ${partTimeShare}`,
            ],
      ),
    ),
  }))
}

interface StoredPeriod {
  readonly methodCode: string
  readonly partTimeShare?: number
  readonly workplace?: {
    readonly name: string
    readonly businessId: string
    readonly instructor: { readonly contact: string }
  }
}
