import pino from 'pino'
import type { Reply } from '../../../src/flow.ts'
import type { CommandEntry, Directory, Door, Inbound } from '../../../src/platform.ts'

export type FakeDoor = Door & { received: Inbound[]; answer: (inbound: Inbound) => Reply | Promise<Reply> }

const entry = (command: string, usage: string, en: string, zh: string): CommandEntry => {
  const [flow = '', name = ''] = command.split(' ')
  return { flow, command: name, usage: { en: usage, 'zh-CN': usage }, does: { en, 'zh-CN': zh } }
}

const COMMANDS = [
  entry('standup new', '', 'Set up a stand-up', '创建站会'),
  entry('standup edit', '<name>', 'Change a stand-up', '修改站会'),
  entry('standup list', '', 'All stand-ups', '查看全部站会'),
  entry('standup answer', '[name]', 'Answer today’s questions', '填写今天的站会'),
  entry('standup skip', '[reason]', 'Not today', '今天跳过'),
  entry('standup history', '[@person]', 'What was answered', '查看历史记录'),
  entry('ops help', '', 'What Drumbeat can do', '查看帮助'),
  entry('ops upcoming', '', 'What will be asked of me', '查看接下来的安排'),
  entry('ops away', '<from> <to> [backup]', 'I am away', '设置离开时间'),
]

/** Our ids are `member-mei`, `channel-general`; posts are linked when their key begins with `known/`. */
export const fakeDirectory: Directory = {
  person: (id) => (id.startsWith('member-') ? id.slice('member-'.length) : undefined),
  channel: (id) => (id.startsWith('channel-') ? id.slice('channel-'.length) : undefined),
  post: (key) => (key.startsWith('known/') ? `/playground#message-${key.slice('known/'.length)}` : undefined),
}

/** A router that remembers what came in and answers as the test says. */
export function fakeDoor(): FakeDoor {
  const received: Inbound[] = []
  const door: FakeDoor = {
    received,
    answer: () => ({ kind: 'nothing' }),
    async receive(inbound) {
      received.push(inbound)
      return { reply: await door.answer(inbound), directory: fakeDirectory, locale: 'en' }
    },
    notice: async () => {},
    shortcuts: [{ shortcut: 'complaint.file', title: { en: 'File a complaint', 'zh-CN': '登记客诉' } }],
    commands: COMMANDS,
    log: pino({ level: 'silent' }),
  }
  return door
}
