import { record } from '../../../audit/record.ts'
import { type CommandLine, splitSubcommand } from '../../../chat/command-line.ts'
import { lineIn } from '../../../chat/typed.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { mustBeColleague, mustBeSecondLine } from '../authority.ts'
import { categoryName } from '../cards/lines.ts'
import { refusals } from '../messages/refusals.ts'
import { HIGHEST_SCORE } from '../rules/grade.ts'
import { type Category, categoriesCalled, categoriesOf, categoryById, namesOf } from '../store/categories.ts'
import { holdRegister } from '../store/settings.ts'
import { contextFor, editCategoryForm, LONGEST_NAME, newCategoryForm } from './cards/category-cards.ts'
import { askToDelete } from './delete-category.ts'
import { listed } from './list-categories.ts'
import { categoryWords } from './messages/categories.ts'
import { redrawCategory } from './redraw-category.ts'

const MOST_CATEGORIES = 50

/** `/risk categories`, `… add Supply chain`, `… edit Market`, `… delete Market`. */
export async function categories(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const { name, rest } = splitSubcommand(text)
  if (['', 'list', '列表'].includes(name)) return listed(ctx)
  if (['add', 'new', '添加', '新建'].includes(name)) return askForCategory(ctx, rest)
  const isEdit = ['edit', 'rename', 'appetite', '修改', '编辑', '改名', '偏好'].includes(name)
  if (!isEdit && !['delete', 'remove', '删除'].includes(name)) throw new UserError(categoryWords[ctx.locale].usage)
  mustBeSecondLine(ctx)
  const { id } = await categoryMeant(ctx, rest)
  return isEdit ? askToEditCategory(ctx, id) : askToDelete(ctx, id)
}

export async function askForCategory(ctx: Asking, name: string): Promise<Reply> {
  mustBeSecondLine(ctx)
  return ask(newCategoryForm(ctx.locale, name))
}

export async function askToEditCategory(ctx: Asking, id: string): Promise<Reply> {
  mustBeSecondLine(ctx)
  const category = await categoryById(ctx.db, ctx.workspace.id, id)
  if (category?.archivedAt !== null) throw new UserError(categoryWords[ctx.locale].gone)
  return ask(editCategoryForm(ctx.locale, category))
}

/** One that was deleted under this name comes back. */
export async function createCategory(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeSecondLine(ctx)
  const { id: workspaceId } = ctx.workspace
  await holdRegister(ctx.db, workspaceId)
  const all = await categoriesOf(ctx.db, workspaceId)
  if (all.length >= MOST_CATEGORIES) throw new UserError(categoryWords[ctx.locale].many(MOST_CATEGORIES))
  const { name, appetite } = readCategory(ctx, values, all)
  const data = { key: keyOf(name), name, appetite, archivedAt: null }
  const where = { workspaceId_key: { workspaceId, key: data.key } }
  const { id } = await ctx.db.riskCategory.upsert({ where, create: { workspaceId, ...data }, update: data })
  await record(ctx, { action: 'risk.category-created', subject: `risk-category:${id}`, detail: { appetite } })
  return listed(ctx, categoryWords[ctx.locale].created(name))
}

export async function saveCategory(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeSecondLine(ctx)
  const words = categoryWords[ctx.locale]
  const { id: workspaceId } = ctx.workspace
  await holdRegister(ctx.db, workspaceId)
  const all = await categoriesOf(ctx.db, workspaceId)
  const before = all.find((one) => contextFor(one) === context)
  if (!before) throw new UserError(refusals[ctx.locale].stale)
  const { name, appetite } = readCategory(
    ctx,
    values,
    all.filter((one) => one !== before),
  )
  const isRenamed = name !== categoryName(ctx.locale, before)
  if (!isRenamed && appetite === before.appetite) return listed(ctx, words.same(name))

  const data = { appetite, ...(isRenamed && { name, key: keyOf(name) }) }
  await ctx.db.riskCategory.update({ where: { id: before.id }, data })
  const detail = { ...(isRenamed && { name: 'changed' }), appetite: `${before.appetite} → ${appetite}` }
  await record(ctx, { action: 'risk.category-changed', subject: `risk-category:${before.id}`, detail })
  await redrawCategory(ctx, before.id)
  return listed(ctx, words.saved(name))
}

function readCategory({ locale }: Asking, values: Submission['values'], others: readonly Category[]) {
  const words = categoryWords[locale]
  const name = lineIn(values, 'name')
  const typed = lineIn(values, 'appetite').normalize('NFKC')
  const appetite = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
  const errors: Record<string, string> = {}
  if (name === '') errors.name = words.nameEmpty
  else if (name.length > LONGEST_NAME) errors.name = words.nameLong(LONGEST_NAME)
  else if (others.some((one) => namesOf(one).some((known) => keyOf(known) === keyOf(name))))
    errors.name = words.nameTaken
  if (appetite < 1 || appetite > HIGHEST_SCORE) errors.appetite = words.appetiteWrong
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return { name, appetite }
}

async function categoryMeant(ctx: Asking, typed: string): Promise<Category> {
  const words = categoryWords[ctx.locale]
  if (typed === '') throw new UserError(words.which)
  const [found, ...more] = await categoriesCalled(ctx.db, ctx.workspace.id, typed)
  if (!found) throw new UserError(words.unknown(typed.slice(0, 60)))
  if (more.length > 0)
    throw new UserError(words.several([found, ...more].map((one) => categoryName(ctx.locale, one)).join(', ')))
  return found
}

const keyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
