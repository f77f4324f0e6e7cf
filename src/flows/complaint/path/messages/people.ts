import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  show: 'Show',
  assignTitle: (reference: string) => `Assign ${reference}`,
  newOwner: 'New owner',
  assign: 'Assign',
  nobodyMeant: 'Mention one colleague, such as /complaint assign C-12 @colleague.',
  oneOnly: 'A complaint has one owner. Mention one colleague only.',
  unfit: (name: string) => `${name} is no colleague here, so a complaint cannot be theirs.`,
  named: (name: string) => `This complaint is about ${name}, so it cannot be theirs.`,
  hasIt: (reference: string, name: string) => `${reference} is ${name}’s already.`,
  isAway: (name: string) => `${name} is away today.`,
  awayHint: (name: string, backup: string) => `${backup} stands in for ${name}.`,
  awayAlone: 'Nobody stands in. Choose somebody else, or assign it all the same.',
  toBackup: (backup: string) => `Assign to ${backup}`,
  allTheSame: (name: string) => `Assign to ${name} all the same`,
  assigned: (reference: string, name: string) => `${reference} is ${name}’s now.`,
  assignedToYou: (reference: string) => `${reference} is yours now.`,
  yoursAgain: (reference: string) => `${reference} is yours again.`,

  unreachable: (reference: string, owner: string) =>
    `I cannot reach ${owner}, who owns ${reference}. Somebody has to tell ${owner} or take it over.`,
  howToTake: (reference: string) => `/complaint assign ${reference} @colleague gives it to somebody else.`,
  nobodyApproves: (reference: string) =>
    `${reference} needs an approval, and there is nobody who may give it. Ask an administrator to set your manager with /ops manager, or to make somebody else an administrator.`,
}

const zhCN: typeof en = {
  show: '查看',
  assignTitle: (reference) => spaced`指派 ${reference}`,
  newOwner: '新负责人',
  assign: '指派',
  nobodyMeant: '请提及一位同事，例如 /complaint 指派 C-12 @同事。',
  oneOnly: '一件客诉只有一位负责人，请只提及一位同事。',
  unfit: (name) => spaced`${name}不是在职同事，不能负责客诉。`,
  named: (name) => spaced`这件客诉涉及${name}，不能由其负责。`,
  hasIt: (reference, name) => spaced`${reference}已经由${name}负责。`,
  isAway: (name) => spaced`${name}今天不在岗。`,
  awayHint: (name, backup) => spaced`${name}的备岗是${backup}。`,
  awayAlone: '没有可用的备岗。请选择其他同事，或仍然指派。',
  toBackup: (backup) => spaced`指派给${backup}`,
  allTheSame: (name) => spaced`仍然指派给${name}`,
  assigned: (reference, name) => spaced`${reference}现在由${name}负责。`,
  assignedToYou: (reference) => spaced`${reference} 现在由你负责。`,
  yoursAgain: (reference) => spaced`${reference} 又由你负责了。`,

  unreachable: (reference, owner) => spaced`联系不上${reference}的负责人${owner}。请转告${owner}，或由他人接手。`,
  howToTake: (reference) => spaced`用 /complaint 指派 ${reference} @同事 转给其他人。`,
  nobodyApproves: (reference) =>
    spaced`${reference} 需要批准，但没有人可以批准。请让管理员用 /ops manager 设置你的上级，或增加一位管理员。`,
}

export const peopleWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
