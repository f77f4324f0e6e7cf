import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { mustBeSecondLine } from '../authority.ts'
import { categoryName } from '../cards/lines.ts'
import { type Category, categoriesOf } from '../store/categories.ts'
import { holdRegister } from '../store/settings.ts'
import { deleteCategoryForm } from './cards/category-cards.ts'
import { listed } from './list-categories.ts'
import { categoryWords } from './messages/categories.ts'
import { redrawCategory } from './redraw-category.ts'
import { moveRisks } from './store/categories.ts'

export async function askToDelete(ctx: Asking, id: string): Promise<Reply> {
  mustBeSecondLine(ctx)
  const all = await categoriesOf(ctx.db, ctx.workspace.id)
  if (all.length < 2) throw new UserError(categoryWords[ctx.locale].last)
  return ask(deleteCategoryForm(ctx.locale, all, all.find((one) => one.id === id)?.id))
}

/** Whoever enters a risk at that moment waits, and is told that its category is gone. */
export async function deleteCategory(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeSecondLine(ctx)
  const words = categoryWords[ctx.locale]
  await holdRegister(ctx.db, ctx.workspace.id)
  const all = await categoriesOf(ctx.db, ctx.workspace.id)
  const { gone, into } = await meant(ctx, values, all)
  const moved = into ? await moveRisks(ctx.db, gone.id, into.id) : []
  await ctx.db.riskCategory.update({ where: { id: gone.id }, data: { archivedAt: toDate(ctx.now) } })
  const detail = { into: into?.id ?? null, moved: moved.length }
  await record(ctx, { action: 'risk.category-deleted', subject: `risk-category:${gone.id}`, detail })
  if (into) await redrawCategory(ctx, into.id)
  const said = words.deleted(categoryName(ctx.locale, gone))
  return listed(
    ctx,
    moved.length > 0 && into ? `${said} ${words.moved(moved.length, categoryName(ctx.locale, into))}` : said,
  )
}

async function meant(ctx: Asking, values: Submission['values'], all: readonly Category[]) {
  const words = categoryWords[ctx.locale]
  const gone = all.find(({ id }) => id === textIn(values, 'category'))
  const into = all.find(({ id }) => id === textIn(values, 'into')) ?? null
  if (!gone) throw new FieldErrors({ category: words.gone })
  if (all.length < 2) throw new FieldErrors({ category: words.last })
  if (into === gone) throw new FieldErrors({ into: words.intoSame })
  const count = await ctx.db.risk.count({ where: { categoryId: gone.id } })
  if (count > 0 && !into) throw new FieldErrors({ into: words.intoEmpty(count) })
  return { gone, into }
}
