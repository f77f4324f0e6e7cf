import { isAdmin } from '../../../people/members.ts'
import { holds } from '../../../people/roles.ts'
import { underOf } from '../../../people/under.ts'
import { type People, peopleOf } from '../../../people/written.ts'
import type { Acting } from '../acting.ts'
import { isOpen } from '../rules/path.ts'
import { type Category, categoriesOf, namesOf } from '../store/categories.ts'
import { type Risk, risksBy } from '../store/risks.ts'

/** All that is asked about rows, looked up once. */
export type Facts = {
  people: People
  nameOf: (memberId: string) => string
  byNumber: ReadonlyMap<number, Risk>
  /** Open ones by title and owner. */
  byTitle: ReadonlyMap<string, Risk>
  categories: readonly Category[]
  categoryCalled: (typed: string) => Category | null
  mayChange: (ownerId: string) => boolean
}

export async function factsFor(ctx: Acting): Promise<Facts> {
  const { db, workspace, actor } = ctx
  const risks = await risksBy(db, { workspaceId: workspace.id })
  const categories = await categoriesOf(db, workspace.id)
  const byName = new Map(
    categories.flatMap((one) => namesOf(one).map((name): [string, Category] => [keyOf(name), one])),
  )
  const people = await peopleOf(ctx)
  const under = await underOf(db, actor)
  const isSecondLine = isAdmin(actor) || holds(actor, 'risk')
  return {
    ...{ people, categories, nameOf: people.write },
    byNumber: new Map(risks.map((risk) => [risk.number, risk])),
    byTitle: new Map(risks.filter(({ state }) => isOpen(state)).map((risk) => [titleKey(risk), risk])),
    categoryCalled: (typed) => byName.get(keyOf(typed)) ?? null,
    mayChange: (ownerId) => isSecondLine || under.has(ownerId),
  }
}

export const titleKey = ({ title, ownerId }: Pick<Risk, 'title' | 'ownerId'>): string => `${ownerId} ${keyOf(title)}`

const keyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
