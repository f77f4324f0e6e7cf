import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

type At = { line: number; typed: string; most: number }

const en = {
  listTitle: 'Escalation policies',
  listSummary: (count: number) => (count === 1 ? '1 escalation policy' : `${count} escalation policies`),
  listed: (steps: number, version: number) => ` – ${steps === 1 ? '1 step' : `${steps} steps`}, version ${version}`,
  isDefault: 'default',
  default: (name: string) => `What has no policy of its own follows ${name}.`,
  fallback: (channel: string) => `When a chain is exhausted, #${channel} is told.`,
  noFallback: 'When a chain is exhausted, the administrators are told: there is no fallback channel.',
  setFallback: 'Fallback channel',
  fallbackField: 'Told when a chain is exhausted',
  fallbackHint: 'Empty: the administrators are told.',
  fallbackWrong: 'I can’t post in this channel. Choose another one.',
  new: 'New policy',
  edit: 'Edit',
  tryIt: 'Try it for me',
  steps: 'Steps',
  progress: 'Time to show progress',
  progressLine: (wait: string) => `Whoever takes it has ${wait} to show progress; then, once, it goes on where it was.`,
  version: (version: number) => `Version ${version}. What is open already keeps the version that it began with.`,

  newTitle: 'New escalation policy',
  editTitle: 'Edit escalation policy',
  save: 'Save',
  name: 'Name',
  stepsHint:
    'One a line: “30m: owner, every 15m x2”, “2h working: manager, in working hours”. Whom: owner, backup, manager, manager’s manager, @name, #channel, admins.',
  progressHint: 'Such as 24h, 1d or 8h working',
  makeDefault: 'Default',
  makeDefaultOn: 'For everything that has no policy of its own',
  saved: (name: string, version: number) => `Saved: ${name}, version ${version}.`,
  same: (name: string) => `${name} is as it was.`,

  adminOnly: 'Only administrators can do this. /ops admin shows who they are.',
  unknown: (typed: string) => `There is no policy called “${typed}”. See all of them with /ops policy list.`,
  nearest: (typed: string, name: string) => `There is no policy called “${typed}”. Did you mean “${name}”?`,
  gone: 'This policy is no longer there.',
  stale: (name: string) => `Somebody changed ${name} meanwhile. Open it again: nothing was overwritten.`,
  nameEmpty: 'Give it a name.',
  nameLong: (most: number) => `A name can have ${most} characters at most.`,
  nameTaken: (name: string) => `There is a policy called “${name}” already.`,
  progressWrong: (typed: string) => `I can’t read “${typed}” as a time. Write it like 24h or 8h working, 5m to 30d.`,
  none: (_: At) => 'Write at least one step.',
  many: ({ most }: At) => `At most ${most} steps.`,
  noColon: ({ line }: At) => `Line ${line}: write when, a colon, and whom: “30m: owner”.`,
  wait: ({ line, typed }: At) =>
    `Line ${line}: I can’t read “${typed}” as a time. Write now, 30m, 2h, 1d or 2h working.`,
  longest: ({ line }: At) => `Line ${line}: a step can wait 30 days at most.`,
  whom: ({ line, typed }: At) =>
    `Line ${line}: I don’t know “${typed}”. Whom: owner, backup, manager, manager’s manager, @name, #channel, admins.`,
  more: ({ line, typed }: At) =>
    `Line ${line}: I can’t read all of “${typed}”. After whom you can write “every 15m x2” and “in working hours”.`,
  repeat: ({ line, typed }: At) =>
    `Line ${line}: I can’t read “${typed}”. Write it like “every 15m x2”: every 5m at least, 20 times at most.`,
  member: ({ line, typed }: At) => `Line ${line}: there is no colleague called “${typed}”.`,
  members: ({ line, typed }: At) =>
    `Line ${line}: several are called “${typed}”. Write the e-mail address: @ben@acme.example.`,
  channel: ({ line, typed }: At) =>
    `Line ${line}: I don’t know #${typed}, or can’t post there. Invite me, and mention me there once.`,

  tryTitle: (policy: string, owner: string) => `${policy}, if it were ${owner}’s now`,
  tells: (names: string) => `→ ${names}`,
  tellsNobody: '→ nobody: the next step comes at once',
  because: (reasons: string) => ` (${reasons})`,
  last: 'If nobody takes it',
  comma: ', ',
  semicolon: '; ',
  oneOwner: 'Name one owner only.',
}

const zhCN: typeof en = {
  listTitle: '升级策略',
  listSummary: (count) => spaced`共 ${count} 个升级策略`,
  listed: (steps, version) => spaced`：${steps} 步，第 ${version} 版`,
  isDefault: '默认',
  default: (name) => spaced`未指定策略的事项按“${name}”执行。`,
  fallback: (channel) => spaced`升级链用尽时，通知 #${channel}。`,
  noFallback: '升级链用尽时通知管理员：没有设置兜底频道。',
  setFallback: '兜底频道',
  fallbackField: '升级链用尽时通知',
  fallbackHint: '留空则通知管理员。',
  fallbackWrong: '无法在这个频道发消息，请换一个频道。',
  new: '新建策略',
  edit: '编辑',
  tryIt: '以我为例试算',
  steps: '步骤',
  progress: '进展时限',
  progressLine: (wait) => spaced`接手后 ${wait}内应有进展；否则从原来的步骤继续升级（一次）。`,
  version: (version) => spaced`第 ${version} 版。已经开始的升级仍按其开始时的版本执行。`,

  newTitle: '新建升级策略',
  editTitle: '修改升级策略',
  save: '保存',
  name: '名称',
  stepsHint:
    '每行一步：“30分钟：负责人，每15分钟重复2次”“工作时间2小时：上级，仅工作时间”。对象：负责人、备岗、上级、上级的上级、@姓名、#频道、管理员。',
  progressHint: '例如 24小时、1天 或 工作时间8小时',
  makeDefault: '默认',
  makeDefaultOn: '用于所有未指定策略的事项',
  saved: (name, version) => spaced`已保存“${name}”，第 ${version} 版。`,
  same: (name) => spaced`“${name}”没有变化。`,

  adminOnly: '只有管理员可以这样做。用 /ops 管理员 查看有哪些管理员。',
  unknown: (typed) => spaced`没有名为“${typed}”的策略。用 /ops 策略 列表 查看全部。`,
  nearest: (typed, name) => spaced`没有名为“${typed}”的策略。是要“${name}”吗？`,
  gone: '这个策略已经不存在。',
  stale: (name) => spaced`“${name}”刚被别人修改过。请重新打开；没有覆盖任何内容。`,
  nameEmpty: '请填写名称。',
  nameLong: (most) => spaced`名称最多 ${most} 个字符。`,
  nameTaken: (name) => spaced`已经有名为“${name}”的策略。`,
  progressWrong: (typed) => spaced`看不懂时长“${typed}”。请写成 24小时 或 工作时间8小时 这样，5 分钟到 30 天。`,
  none: () => '请至少写一个步骤。',
  many: ({ most }) => spaced`最多 ${most} 个步骤。`,
  noColon: ({ line }) => spaced`第 ${line} 行：请写时间、冒号和对象，例如“30分钟：负责人”。`,
  wait: ({ line, typed }) =>
    spaced`第 ${line} 行：看不懂时间“${typed}”。请写 立即、30分钟、2小时、1天 或 工作时间2小时。`,
  longest: ({ line }) => spaced`第 ${line} 行：一步最多等待 30 天。`,
  whom: ({ line, typed }) =>
    spaced`第 ${line} 行：不认识“${typed}”。对象：负责人、备岗、上级、上级的上级、@姓名、#频道、管理员。`,
  more: ({ line, typed }) => spaced`第 ${line} 行：看不懂“${typed}”。对象后面可以写“每15分钟重复2次”和“仅工作时间”。`,
  repeat: ({ line, typed }) =>
    spaced`第 ${line} 行：看不懂“${typed}”。请写成“每15分钟重复2次”：间隔至少 5 分钟，最多 20 次。`,
  member: ({ line, typed }) => spaced`第 ${line} 行：没有名为“${typed}”的同事。`,
  members: ({ line, typed }) => spaced`第 ${line} 行：有多人叫“${typed}”，请写邮箱：@ben@acme.example。`,
  channel: ({ line, typed }) =>
    spaced`第 ${line} 行：找不到 #${typed}，或无法在那里发消息。请先邀请我并在那里提及我一次。`,

  tryTitle: (policy, owner) => spaced`“${policy}”：如果现在由${owner}负责`,
  tells: (names) => spaced`→ ${names}`,
  tellsNobody: '→ 没有人：立即进入下一步',
  because: (reasons) => spaced`（${reasons}）`,
  last: '若无人接手',
  comma: '、',
  semicolon: '；',
  oneOwner: '只能指定一位负责人。',
}

export const policyWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
