import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  stranger: 'I don’t know this person. Mention somebody of this workspace.',
  isBot: (name: string) => `${name} is a bot. Choose a colleague.`,
  isGuest: (name: string) => `${name} is a guest here. Choose a colleague.`,
  hasLeft: (name: string) => `${name} is no longer here. Choose somebody else.`,
  nobody: 'nobody',
  save: 'Save',

  managerTitle: 'Manager and backup',
  between: ' ',
  managerIntro: 'The manager hears next when something waits too long. The backup stands in during absences.',
  keepEmpty: 'A field that is left empty changes nothing; “none” in the command clears: /ops manager @name none.',
  whose: 'Whose',
  manager: 'Manager',
  backup: 'Backup',
  managerSaved: (name: string) => `Saved: who comes after ${name}.`,
  managerUsage:
    'Write /ops manager @boss for your manager, backup:@ben for your backup, or “none” instead of a name to have nobody.',
  onlyOwn: 'Only administrators can do this for somebody else. /ops admin shows who they are.',
  ownManager: (name: string) => `${name} can’t be their own manager.`,
  ownBackup: (name: string) => `${name} can’t be their own backup.`,
  loop: (ring: string) => `That would go round in a circle: ${ring}. Change one of the others first.`,

  adminTitle: 'Administrators',
  adminNone: 'There are none yet. The first is an administrator of the chat platform who writes to me.',
  adminHow: 'Administrators grant and revoke with /ops admin grant @name and /ops admin revoke @name.',
  adminOnly: 'Only administrators can do this. /ops admin shows who they are.',
  adminUsage: 'Write /ops admin to see them, /ops admin grant @name or /ops admin revoke @name.',
  granted: (name: string) => `${name} is an administrator now.`,
  already: (name: string) => `${name} is an administrator already.`,
  revoked: (name: string) => `${name} is no longer an administrator.`,
  never: (name: string) => `${name} is not an administrator.`,
  last: 'This is the last administrator. Grant the role to somebody else first.',
  givingUp: 'You are about to give up being an administrator. Only another one can give it back to you.',
  giveUp: 'Give it up',
  keep: 'Keep it',
}

const zhCN: typeof en = {
  stranger: '找不到这个人，请提及本工作区的成员。',
  isBot: (name) => spaced`${name}是机器人，请选择一位同事。`,
  isGuest: (name) => spaced`${name}是访客，请选择一位同事。`,
  hasLeft: (name) => spaced`${name}已经离开本工作区，请选择其他人。`,
  nobody: '无',
  save: '保存',

  managerTitle: '上级与备岗',
  between: '',
  managerIntro: '事情拖延太久会升级上报给上级；不在岗期间由备岗代班。',
  keepEmpty: '留空的一栏保持不变；要清除，请在命令中写“无”：/ops 上级 @姓名 无。',
  whose: '谁的',
  manager: '上级',
  backup: '备岗',
  managerSaved: (name) => spaced`已保存${name}的上级与备岗。`,
  managerUsage: '写 /ops 上级 @boss 设置自己的上级，backup:@ben 设置备岗；用“无”代替姓名表示不设。',
  onlyOwn: '只有管理员可以替别人设置。用 /ops 管理员 查看有哪些管理员。',
  ownManager: (name) => spaced`${name}不能做自己的上级。`,
  ownBackup: (name) => spaced`${name}不能做自己的备岗。`,
  loop: (ring) => `这样会绕成一圈：${ring}。请先修改其中其他人的上级。`,

  adminTitle: '管理员',
  adminNone: '目前没有管理员。聊天平台的管理员第一次与我对话时，会成为第一位管理员。',
  adminHow: '管理员可以用 /ops 管理员 授予 @姓名 和 /ops 管理员 撤销 @姓名 来调整。',
  adminOnly: '只有管理员可以这样做。用 /ops 管理员 查看有哪些管理员。',
  adminUsage: '写 /ops 管理员 查看名单，/ops 管理员 授予 @姓名 或 /ops 管理员 撤销 @姓名。',
  granted: (name) => spaced`${name}现在是管理员了。`,
  already: (name) => spaced`${name}已经是管理员。`,
  revoked: (name) => spaced`${name}不再是管理员。`,
  never: (name) => spaced`${name}不是管理员。`,
  last: '这是最后一位管理员，请先把权限授予别人。',
  givingUp: '你将放弃管理员权限，之后只有其他管理员才能重新授予你。',
  giveUp: '放弃权限',
  keep: '保留权限',
}

export const peopleWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
