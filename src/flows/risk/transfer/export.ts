import { levelNames } from '../../../alerts/rules/levels.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { csvOf } from '../../../chat/csv.ts'
import { UserError } from '../../../errors.ts'
import { sendFile } from '../../../files/send-file.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { linkedToAll } from '../../../links/links.ts'
import { type People, peopleOf } from '../../../people/written.ts'
import { mustBeColleague } from '../authority.ts'
import { categoryName } from '../cards/lines.ts'
import { levelOf } from '../rules/grade.ts'
import { writeRisk } from '../rules/reference.ts'
import { type Risk, risksBy } from '../store/risks.ts'
import { subjectOf } from '../subject.ts'
import { allFound } from '../views/all-found.ts'
import { COLUMNS, type Column } from './columns.ts'
import { transferWords } from './messages/transfer.ts'

/** `/risk export`, `/risk export mine high`: what is meant as a file, privately; without words everything, closed ones too. */
export async function exportByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = transferWords[ctx.locale]
  const isAll = line.text.trim() === ''
  const risks = isAll ? await risksBy(ctx.db, { workspaceId: ctx.workspace.id }) : await allFound(ctx, line)
  if (risks.length === 0) throw new UserError(words.nothing)
  return sendFile(ctx, {
    ...{ flow: 'risk', said: words.exported(risks.length), hint: words.exportHint, detail: { count: risks.length } },
    file: { name: `risks-${ctx.now.toString().slice(0, 10)}.csv`, text: await csvFor(ctx, risks) },
  })
}

async function csvFor(ctx: Asking, risks: readonly Risk[]): Promise<string> {
  const people = await peopleOf(ctx)
  const ties = await linkedToAll(ctx, risks.map(subjectOf))
  const rows = risks.map((risk) => {
    const links = (ties.get(subjectOf(risk)) ?? []).map(({ reference }) => reference).join(' ')
    const cells = { ...termsOf(ctx, risk, people), ...gradesIn(risk), ...standing(risk), links }
    return COLUMNS.map((column) => cells[column])
  })
  return csvOf([COLUMNS, ...rows])
}

const termsOf = ({ locale }: Asking, risk: Risk, people: People) => ({
  ...{ risk: writeRisk(risk.number), title: risk.title, description: risk.description ?? '' },
  ...{ category: categoryName(locale, risk.category), owner: people.write(risk.ownerId), line: String(risk.line) },
  ...{ cause: risk.cause ?? '', event: risk.event ?? '', consequence: risk.consequence ?? '' },
})

const gradesIn = (risk: Risk) => ({
  ...{ 'inherent likelihood': written(risk.inherentLikelihood), 'inherent impact': written(risk.inherentImpact) },
  ...{ 'residual likelihood': written(risk.residualLikelihood), 'residual impact': written(risk.residualImpact) },
  why: '',
})

const standing = ({ score, category, ...risk }: Risk) =>
  ({
    ...{ score: written(score), level: score === null ? '' : levelNames[levelOf(score)].en },
    ...{ appetite: String(category.appetite), state: risk.state, response: risk.response ?? '', plan: risk.plan ?? '' },
    'next review': dayOf(risk.nextReviewOn),
    ...{ created: dayOf(risk.createdAt), closed: dayOf(risk.closedAt), 'close reason': risk.closeReason ?? '' },
  }) satisfies Partial<Record<Column, string>>

const written = (value: number | null): string => (value === null ? '' : String(value))
const dayOf = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? ''
