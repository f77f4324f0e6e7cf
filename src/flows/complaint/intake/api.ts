import { z } from 'zod'
import { apiCall } from '../../../intake/call.ts'
import { membersByIds } from '../../../people/members.ts'
import { type ClockKind, clocksOf } from '../clocks/clockwork.ts'
import { SEVERITIES, TYPES, VIAS } from '../rules/classes.ts'
import { writeReference } from '../rules/reference.ts'
import { MOST_SHOWN } from '../rules/similar.ts'
import { type Filing, fileComplaint } from './file.ts'
import { isLink, LONGEST_CONTACT, LONGEST_NAME, LONGEST_PRODUCT, LONGEST_WHAT, MOST_LINKS } from './limits.ts'
import { similarComplaints } from './store/similar.ts'

const text = (most: number) => z.string().trim().min(1).max(most)
const link = z.string().refine(isLink, 'has to be a link that begins with https:// or http://')
const instant = z.iso.datetime()

const Body = z.strictObject({
  customer: z.strictObject({
    name: text(LONGEST_NAME),
    contact: text(LONGEST_CONTACT).optional().describe('Never shown in a channel.'),
    locale: z.enum(['en', 'zh-CN']).optional(),
  }),
  what: text(LONGEST_WHAT).describe('What happened.'),
  product: text(LONGEST_PRODUCT).optional(),
  via: z.enum(VIAS).default('other').describe('How the customer told it.'),
  severity: z
    .literal([...SEVERITIES])
    .optional()
    .describe('1 critical to 4 minor; without it the rules decide.'),
  type: z.enum(TYPES).optional().describe('Without it the rules decide.'),
  confidential: z.boolean().default(false),
  evidence: z.array(link).max(MOST_LINKS).default([]),
})
type FiledByApi = Omit<Filing, 'source' | 'message' | 'namedIds'>

const Answer = z.object({
  reference: z.string().describe('Such as C-000123.'),
  state: z.string(),
  owner: z.string().optional().describe('The name of whoever has it.'),
  acknowledgeBy: instant,
  replyBy: instant,
  similar: z.array(z.string()).describe('References of what may be the same; never confidential ones.'),
})

export const fileByApi = apiCall<FiledByApi>({
  does: 'Files a complaint.',
  body: Body as z.ZodType<FiledByApi>,
  answer: Answer,
  run: async (ctx, filing) => {
    const similar = (await similarComplaints(ctx, filing)).filter(({ confidential }) => !confidential)
    const complaint = await fileComplaint(ctx, { ...filing, source: 'api' })
    const clocks = await clocksOf(ctx.db, complaint, ctx.now)
    const [owner] = await membersByIds(ctx.db, ctx.workspace.id, [complaint.ownerId])
    const due = (kind: ClockKind) => clocks.findLast((clock) => clock.kind === kind)?.dueAt.toString()
    return {
      reference: writeReference(complaint.number),
      state: complaint.state,
      ...(owner && { owner: owner.name }),
      acknowledgeBy: due('acknowledge'),
      replyBy: due('reply'),
      similar: similar.slice(0, MOST_SHOWN).map(({ number }) => writeReference(number)),
    }
  },
})
