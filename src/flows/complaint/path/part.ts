import type { Asking, Reply } from '../../../flow.ts'
import type { Part } from '../part.ts'
import type { Complaint } from '../store/complaints.ts'
import { byId, withReference } from '../which.ts'
import { acknowledge } from './acknowledge.ts'
import { approveByButton, approveByCommand } from './approve.ts'
import { assignAllTheSame, assignOrAsk, submitAssignment } from './assign-by-hand.ts'
import { classifyOrAsk, submitClassification } from './classify.ts'
import { closeNow, closeOrAsk } from './close-by-hand.ts'
import { askForFindings, saveFindings } from './investigate.ts'
import { mergeForGood, mergeOrAsk, submitMerge } from './merge.ts'
import { does, usage } from './messages/commands.ts'
import { proposeOrAsk, submitProposal } from './propose.ts'
import { rejectByButton, rejectByCommand, submitRejection } from './reject.ts'
import { reopenOrAsk, submitReopening } from './reopen-by-hand.ts'
import { askForReply, submitReply } from './reply.ts'
import { askToWithdraw, withdraw } from './withdraw.ts'

type Deed = Parameters<typeof withReference>[0]

const command = (word: keyof typeof does, run: Deed, aliases: readonly string[]) => ({
  run: withReference(run),
  aliases,
  usage: usage[word],
  does: does[word],
})
const button =
  (deed: (ctx: Asking, complaint: Complaint) => Promise<Reply>) =>
  async (ctx: Asking, value: string): Promise<Reply> =>
    deed(ctx, await byId(ctx, value))

export const path: Part = {
  commands: {
    acknowledge: command('acknowledge', acknowledge, ['ack', '受理']),
    investigate: command('investigate', askForFindings, ['调查']),
    propose: command('propose', proposeOrAsk, ['方案', '提出方案']),
    approve: command('approve', approveByCommand, ['批准']),
    reject: command('reject', rejectByCommand, ['驳回']),
    reply: command('reply', askForReply, ['回复']),
    close: command('close', closeOrAsk, ['关闭']),
    reopen: command('reopen', reopenOrAsk, ['重开']),
    withdraw: command('withdraw', askToWithdraw, ['撤回']),
    merge: command('merge', mergeOrAsk, ['合并']),
    assign: command('assign', assignOrAsk, ['指派']),
    classify: command('classify', classifyOrAsk, ['分级', '分类', '分类分级']),
  },
  buttons: {
    acknowledge: button(acknowledge),
    investigate: button(askForFindings),
    propose: button(proposeOrAsk),
    approve: approveByButton,
    reject: rejectByButton,
    reply: button(askForReply),
    close: button(closeOrAsk),
    'close-now': closeNow,
    reopen: button(reopenOrAsk),
    withdraw: button(askToWithdraw),
    merge: button(mergeOrAsk),
    'merge-for-good': mergeForGood,
    assign: button(assignOrAsk),
    'assign-to': assignAllTheSame,
    classify: button(classifyOrAsk),
  },
  asks: ['investigate', 'propose', 'reject', 'reply', 'reopen', 'withdraw', 'merge', 'assign', 'classify'],
  forms: {
    investigate: saveFindings,
    propose: submitProposal,
    reject: submitRejection,
    reply: submitReply,
    reopen: submitReopening,
    withdraw,
    merge: submitMerge,
    assign: submitAssignment,
    classify: submitClassification,
  },
}
