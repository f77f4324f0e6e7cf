import type { Card } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import { noteCard } from '../../chat/note-card.ts'

const en = {
  title: 'Drumbeat keeps the beat',
  text: 'Stand-ups, complaints, OKRs, risks and KPIs: who is asked what, when, and what happens if nobody answers. Write to me here, or mention me in a channel: “standup new”, “okr list”, “ops help”.',
  standup: 'Set up a stand-up',
  me: 'My language and zone',
  help: 'All commands',
}
const zhCN: typeof en = {
  title: 'Drumbeat：让运营有节奏',
  text: '站会、客诉、OKR、风险和指标：何时问谁、问什么，没有回答时怎么办。在这里写给我，或在频道中 @ 我：“standup 新建”“okr 列表”“ops 帮助”。',
  standup: '新建站会',
  me: '我的语言和时区',
  help: '全部命令',
}
const words: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }

/** What is said when somebody adds us. */
export function welcomeCard(locale: Locale): Card {
  const { title, text, standup, me, help } = words[locale]
  const run = (label: string, value: string) => ({ label, action: 'router.run', value })
  const asks = { opens: 'form' as const }
  return noteCard(locale, text, {
    title,
    buttons: [
      { ...run(standup, 'standup new'), ...asks, style: 'primary' },
      { ...run(me, 'ops me'), ...asks },
      run(help, 'ops help'),
    ],
  })
}
