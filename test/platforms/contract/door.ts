import { pino } from 'pino'
import type { Locale } from '../../../src/chat/locale.ts'
import type { CommandEntry, Directory } from '../../../src/platform.ts'
import type { Room, Stage, StageDoor } from './stage.ts'

const entry = (flow: string, command: string): CommandEntry => ({
  ...{ flow, command, usage: { en: '', 'zh-CN': '' }, does: { en: command, 'zh-CN': command } },
})

/** A router that remembers what came in and answers as the test says, to people in their languages. */
export function stageDoor(directory: Directory, people: readonly { id: string; locale: Locale }[]): StageDoor {
  const door: StageDoor = {
    received: [],
    notices: [],
    answers: () => ({ kind: 'nothing' }),
    receive: async (inbound) => {
      door.received.push(inbound)
      const locale = people.find(({ id }) => id === inbound.from)?.locale ?? 'en'
      return { reply: await door.answers(inbound), directory, locale }
    },
    notice: async (notice) => void door.notices.push(notice),
    shortcuts: [{ shortcut: 'complaint.file', title: { en: 'File a complaint', 'zh-CN': '登记客诉' } }],
    commands: [entry('standup', 'new'), entry('ops', 'help')],
    log: pino({ level: 'silent' }),
  }
  return door
}

type Cast = { people: readonly { id: string; ours: string }[]; rooms: readonly Room[]; addresses: Map<string, string> }

/** Our ids as the chat product knows them. */
export const directoryOf = ({ people, rooms, addresses }: Cast): Directory => ({
  person: (ours) => people.find((person) => person.ours === ours)?.id,
  channel: (ours) => rooms.find((room) => room.ours === ours)?.id,
  post: (key) => addresses.get(key),
})

type Basis = Pick<Stage, 'platform' | 'installation' | 'room' | 'directory'>

/** Posting as the outbox does it, each post under a key of its own. */
export function postingOn({ platform, installation, room, directory }: Basis): Pick<Stage, 'post' | 'update'> {
  let count = 0
  const common = { installation, directory, to: { channel: room.id } }
  return {
    post: (card, more = {}) => platform.post({ key: `contract/${++count}`, ...common, card, ...more }),
    update: (ref, card) => platform.update({ key: 'contract/changed', ...common, card }, ref),
  }
}

/** A log that a test can read. */
export function readableLog() {
  const log: Stage['log'] = []
  const write = (line: string) => void log.push({ level: (JSON.parse(line) as { level: number }).level, line })
  return { log, logger: pino({ level: 'debug' }, { write }) }
}
