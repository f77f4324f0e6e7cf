import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds, memberZoneToday } from '../../../people/members.ts'
import { mustBeColleague } from '../authority.ts'
import { actionLine } from '../cards/action-line.ts'
import { readReference, writeAction } from '../rules/reference.ts'
import { type Action, actionsBy } from '../store/actions.ts'
import { showRisk } from '../views/show.ts'
import { riskByReference } from '../which.ts'
import { askForAction } from './add-action.ts'
import { askToEditAction } from './edit-action.ts'
import { askToDrop, askWhatCame } from './end-action.ts'
import { actionWords } from './messages/actions.ts'
import { showAction } from './show-action.ts'
import { actionByReference } from './which-action.ts'

type Deed = (ctx: Asking, action: Action) => Promise<Reply>
const DEEDS: Record<string, Deed> = {
  ...{ done: askWhatCame, 完成: askWhatCame },
  ...{ edit: askToEditAction, 修改: askToEditAction },
  ...{ drop: askToDrop, 取消: askToDrop },
  ...{ show: showAction, 查看: showAction },
}
const MOST_BUTTONS = 10

/** `/risk action add R-3`, `done RA-2`, `edit RA-2`, `drop RA-2`, `RA-2`; without a word the asker's own. */
export async function actionByCommand(ctx: Asking, { words }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const [word = '', reference = ''] = words
  if (word === '') return mine(ctx)
  if (['add', 'new', '新增', '新建'].includes(word.toLowerCase()))
    return askForAction(ctx, await riskByReference(ctx, reference))
  const deed = DEEDS[word.toLowerCase()]
  if (deed) return deed(ctx, await actionByReference(ctx, reference))
  const meant = readReference(word)
  if (meant?.kind === 'action') return showAction(ctx, await actionByReference(ctx, word))
  if (meant?.kind === 'risk') return showRisk(ctx, await riskByReference(ctx, word))
  throw new UserError(actionWords[ctx.locale].which)
}

async function mine(ctx: Asking): Promise<Reply> {
  const { locale, actor } = ctx
  const words = actionWords[locale]
  const where = { workspaceId: ctx.workspace.id, ownerId: actor.id, state: 'open' }
  const actions = await actionsBy(ctx.db, where)
  if (actions.length === 0) return show(noteCard(locale, words.noneMine, { hints: [words.noneMineHint] }))
  const names = new Map((await membersByIds(ctx.db, ctx.workspace.id, [actor.id])).map(({ id, name }) => [id, name]))
  const today = memberZoneToday(actor, ctx.now)
  return show(
    noteCard(locale, words.mine, {
      blocks: [{ kind: 'list', items: actions.map((one) => actionLine(locale, one, { names, today })) }],
      buttons: actions
        .slice(0, MOST_BUTTONS)
        .map(({ id, number }) => ({ label: writeAction(number), action: 'risk.action-show', value: id })),
    }),
  )
}
