import type { Asking, Flow, Reply } from '../../flow.ts'
import { show } from '../../flow.ts'
import { helpCard, wordsOf } from '../../help.ts'
import { administer, giveUpAdmin } from './admin.ts'
import { exportAudit } from './audit.ts'
import { goAway, submitAway } from './away.ts'
import { cancelAbsence, comeBack } from './back.ts'
import { drop, retry } from './decide.ts'
import { erase, eraseTraces } from './erase.ts'
import { eraseMember } from './erase-member.ts'
import { showHealth } from './health.ts'
import { link, linkForGood } from './link.ts'
import { setManager, submitManager } from './manager.ts'
import { changeMe, submitMe } from './me.ts'
import { askForToken, makeToken } from './new-token.ts'
import { roles } from './role.ts'
import { manageTokens, revokeByButton } from './token.ts'
import { showUpcoming } from './upcoming.ts'

const showHelp = async (ctx: Asking): Promise<Reply> => show(helpCard(wordsOf(ctx.flows), ctx.locale))

export const ops: Flow = {
  name: 'ops',
  title: { en: 'You and your colleagues', 'zh-CN': '个人与同事' },
  commands: {
    '': { run: showHelp, does: { en: 'show every command', 'zh-CN': '列出所有命令' } },
    upcoming: {
      run: showUpcoming,
      aliases: ['日程', '接下来'],
      does: { en: 'show what will be asked of you in the next 14 days', 'zh-CN': '未来 14 天会请你回答什么' },
    },
    me: {
      run: changeMe,
      aliases: ['我', '设置'],
      usage: {
        en: '[language:en] [zone:Europe/Berlin] [days:mon-fri] [hours:9-18] [chat:last]',
        'zh-CN': '[language:中文] [zone:Asia/Shanghai] [days:周一到周五] [hours:9-18] [chat:最近]',
      },
      does: {
        en: 'change your language, time zone, working days and hours, and in which chat you are told things',
        'zh-CN': '你的语言、时区、工作日和工作时间，以及消息发到哪个聊天工具',
      },
    },
    away: {
      run: goAway,
      aliases: ['请假', '离开'],
      usage: { en: '[first day] [last day] [@backup]', 'zh-CN': '[第一天] [最后一天] [@备岗]' },
      does: { en: 'say when you are away and who stands in', 'zh-CN': '登记你何时不在岗、由谁备岗' },
    },
    back: {
      run: comeBack,
      aliases: ['回来', '销假'],
      does: { en: 'end your absence', 'zh-CN': '结束不在岗' },
    },
    link: {
      run: link,
      aliases: ['关联', '绑定'],
      usage: { en: '[code]', 'zh-CN': '[码]' },
      does: { en: 'be one person in both of your chats', 'zh-CN': '在两个聊天工具中成为同一个人' },
    },
    manager: {
      run: setManager,
      aliases: ['上级', '备岗'],
      usage: { en: '[@member] [@manager] [backup:@backup]', 'zh-CN': '[@成员] [@上级] [backup:@备岗]' },
      does: {
        en: 'set your manager and backup; administrators for anybody',
        'zh-CN': '你的上级和备岗；管理员可替任何人设置',
      },
    },
    admin: {
      run: administer,
      aliases: ['管理员'],
      usage: { en: '[grant @member] [revoke @member]', 'zh-CN': '[grant @成员] [revoke @成员]' },
      does: { en: 'show the administrators, grant and revoke the role', 'zh-CN': '查看和调整管理员' },
    },
    role: {
      run: roles,
      aliases: ['角色'],
      usage: { en: '[risk @member] [audit @member] [off]', 'zh-CN': '[风险 @成员] [审计 @成员] [取消]' },
      does: {
        en: 'show who belongs to the second and third line; administrators give and take',
        'zh-CN': '查看和调整第二、第三道防线的人员',
      },
    },
    audit: {
      run: exportAudit,
      aliases: ['审计', '审计记录'],
      usage: { en: '[first day] [last day]', 'zh-CN': '[第一天] [最后一天]' },
      does: {
        en: 'the audit trail as a CSV file; third line and administrators',
        'zh-CN': '以 CSV 文件导出审计记录（第三道防线和管理员）',
      },
    },
    health: {
      run: showHealth,
      aliases: ['健康', '运行状况'],
      does: {
        en: 'show what is late and what has failed; administrators retry or drop it',
        'zh-CN': '查看逾期和失败的事项；管理员可重试或丢弃',
      },
    },
    erase: {
      run: erase,
      aliases: ['清除'],
      usage: { en: '<customer or @former member>', 'zh-CN': '<客户或 @已离职成员>' },
      does: { en: 'erase what is kept about somebody; administrators only', 'zh-CN': '清除某人的个人数据（仅管理员）' },
    },
    token: {
      run: manageTokens,
      aliases: ['令牌'],
      usage: { en: '[list] [new <name>] [revoke <name>]', 'zh-CN': '[列表] [新建 <名称>] [撤销 <名称>]' },
      does: { en: 'let programs in, or no more; administrators only', 'zh-CN': '管理供程序使用的令牌（仅管理员）' },
    },
    help: { run: showHelp, aliases: ['帮助', '?', '？'], does: { en: 'show every command', 'zh-CN': '列出所有命令' } },
  },
  buttons: {
    back: comeBack,
    'cancel-absence': cancelAbsence,
    'give-up-admin': giveUpAdmin,
    retry,
    drop,
    'erase-traces': eraseTraces,
    'erase-member': eraseMember,
    'new-token': askForToken,
    'revoke-token': revokeByButton,
    'link-for-good': linkForGood,
  },
  asks: ['new-token'],
  forms: { me: submitMe, away: submitAway, manager: submitManager, 'new-token': makeToken },
  timers: {},
}
