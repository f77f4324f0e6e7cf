import { toDate } from '../../../calendar/instant.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Asking, Traces } from '../../../flow.ts'
import { searchTextOf } from '../rules/similar.ts'
import { changeComplaint, lockComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { rewritePosts } from './erase-posts.ts'
import { contactsIn, replaced } from './masked.ts'
import { traceWords } from './messages/traces.ts'
import { customersCalled, forgetCustomers, type Known } from './store/customers.ts'
import { type Rewriting, rewriteTexts } from './store/literal-texts.ts'

/** Names and contact data of customers; the complaints themselves keep their number, class and times. */
export const traces: Traces = { find, erase }

async function find(ctx: Asking, who: string): Promise<{ found: string } | null> {
  const customers = await customersCalled(ctx.db, ctx.workspace.id, who)
  if (customers.length === 0) return null
  const words = traceWords[ctx.locale]
  const names = [...new Set(customers.map(({ name }) => name))]
  const lines = names.map((name) => {
    const theirs = customers.filter((customer) => customer.name === name)
    return words.found(name, theirs.flatMap(({ complaintIds }) => complaintIds).length)
  })
  return { found: lines.join(words.listed) }
}

async function erase(ctx: Asking, who: string): Promise<number> {
  const customers = await customersCalled(ctx.db, ctx.workspace.id, who)
  if (customers.length === 0) return 0
  const ids = customers.flatMap(({ complaintIds }) => complaintIds).toSorted()
  for (const id of ids) await lockComplaint(ctx.db, ctx.workspace.id, id)

  const name = traceWords[nearestLocale(ctx.workspace.locale)].erased
  const rewriting = rewritingOf(customers, name)
  await rewriteTexts(ctx.db, ctx.workspace.id, rewriting)
  await forgetCustomers(ctx.db, customers, { at: toDate(ctx.now), name })
  for (const id of ids) await tellErased(ctx, id)
  await rewritePosts(ctx, rewriting)
  return Math.max(ids.length, customers.length)
}

async function tellErased(ctx: Asking, id: string): Promise<void> {
  const complaint = await lockComplaint(ctx.db, ctx.workspace.id, id)
  if (!complaint) return
  const { customer, product, what } = complaint
  const searchText = searchTextOf({ customer: customer.name, product: product ?? '', what })
  await tell(ctx, await changeComplaint(ctx.db, complaint, { searchText }), { kind: 'erased' })
}

/**
 * Every literal out of every text; the longest first, as one may be part of another. A single character stands in too
 * much that has nothing to do with anybody.
 */
function rewritingOf(customers: readonly Known[], instead: string): Rewriting {
  const written = customers.flatMap(({ name, contact }) => [name.trim(), ...contactsIn(contact)])
  const forms = written.flatMap((one) => [one, one.normalize('NFKC').replace(/\s+/gu, ' ')])
  const literals = [...new Set(forms)].filter((one) => one.length > 1).toSorted((a, b) => b.length - a.length)
  const inText = (text: string): string => literals.reduce((said, one) => replaced(said, one, instead), text)
  return { literals, rewrite: (value) => inEveryText(value, inText) }
}

function inEveryText(value: unknown, rewrite: (text: string) => string): unknown {
  if (typeof value === 'string') return rewrite(value)
  if (Array.isArray(value)) return value.map((one) => inEveryText(one, rewrite))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, OURS.includes(key) ? one : inEveryText(one, rewrite)]),
  )
}

/** What a card says to the program and not to people. */
const OURS = ['kind', 'style', 'action', 'tone', 'locale']
