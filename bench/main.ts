// npm run bench [-- NAME …]: measures against floors of the same run, prints a table, writes bench.json.
import { measureDiff } from './measure-diff.ts'
import { measureTemplateApply } from './measure-drafts.ts'
import { measureGrowth } from './measure-growth.ts'
import { measureImport } from './measure-import.ts'
import { measureInputs } from './measure-inputs.ts'
import { measureMyList } from './measure-my-list.ts'
import { measureOutbox } from './measure-outbox.ts'
import { measurePage } from './measure-page.ts'
import { measurePdf } from './measure-pdf.ts'
import { measurePlan } from './measure-plan.ts'
import { measurePlanPage } from './measure-plan-page.ts'
import { measureFormation, measureQualificationImport } from './measure-qualification.ts'
import { measureSigns } from './measure-signs.ts'
import { measureStart } from './measure-start.ts'
import { measureValidate, planOf } from './measure-validate.ts'
import { nationalPlan } from './national-plan.ts'
import { type Name, names, type Results, table, writeResults } from './report.ts'

const isName = (text: string): text is Name => names.some(name => name === text)

async function main(args: readonly string[]): Promise<number> {
  const strange = args.find(arg => !isName(arg))
  if (strange !== undefined) {
    console.error(`There is no measurement "${strange}". There are: ${names.join(', ')}`)
    return 2
  }
  const wanted = new Set(args.length === 0 ? names : args.filter(isName))
  const { bytes, origin } = nationalPlan()
  console.log(`The plan: ${origin}, ${bytes.length} bytes`)
  let results: Results = {}
  if (wanted.has('validate')) results = { ...results, validate: measureValidate(bytes) }
  if (names.some(name => /^plan-(get|put)/.test(name) && wanted.has(name))) {
    results = { ...results, ...(await measurePlan(wanted, planOf(bytes))) }
  }
  if (wanted.has('outbox')) results = { ...results, outbox: await measureOutbox(planOf(bytes)) }
  if (wanted.has('plan-pdf')) results = { ...results, 'plan-pdf': await measurePdf(planOf(bytes)) }
  if (wanted.has('plan-diff')) results = { ...results, 'plan-diff': measureDiff(planOf(bytes)) }
  if (wanted.has('start-warm')) results = { ...results, 'start-warm': await measureStart() }
  if (wanted.has('import') || wanted.has('import-memory')) {
    results = { ...results, ...(await measureImport(bytes)) }
  }
  if (wanted.has('formation')) results = { ...results, formation: measureFormation() }
  if (wanted.has('import-eperusteet')) {
    const measured = await measureQualificationImport()
    if (measured) results = { ...results, 'import-eperusteet': measured }
  }
  if (wanted.has('search-growth') || wanted.has('get-growth')) {
    results = { ...results, ...(await measureGrowth(wanted, planOf(bytes))) }
  }
  if (wanted.has('signs')) results = { ...results, signs: await measureSigns(planOf(bytes)) }
  if (wanted.has('my-list')) results = { ...results, 'my-list': await measureMyList(planOf(bytes)) }
  if (wanted.has('first-page-kb')) results = { ...results, 'first-page-kb': await measurePage() }
  if (wanted.has('plan-page') || wanted.has('plan-page-kb')) {
    results = { ...results, ...(await measurePlanPage(wanted, planOf(bytes))) }
  }
  if (wanted.has('template-apply')) results = { ...results, 'template-apply': await measureTemplateApply() }
  if (wanted.has('inputs-one') || wanted.has('inputs-group')) {
    results = { ...results, ...(await measureInputs(wanted)) }
  }
  writeResults(results)
  console.log(table(results))
  return 0
}

process.exitCode = await main(process.argv.slice(2))
