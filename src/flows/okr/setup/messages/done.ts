import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  objectiveCreated: (reference: string) => `${reference} is set up.`,
  keyResultCreated: (reference: string, objective: string) => `${reference} is set up in ${objective}.`,
  saved: (reference: string) => `${reference} is changed.`,
  same: (reference: string) => `${reference} is as it was.`,
  rescored: (before: string, after: string) => `Its score goes from ${before} to ${after}.`,
  fewer: (count: number) =>
    `It has ${count === 1 ? 'one key result' : `${count} key results`}; three to five work best.`,
  more: (count: number) => `It has ${count} key results; three to five work best.`,
  aligned: (reference: string, parent: string) => `${reference} contributes to ${parent} now.`,
  unaligned: (reference: string) => `${reference} contributes to no other objective now.`,
  moved: (reference: string, cycle: string) => `${reference} is in the cycle ${cycle} now.`,
  movedAlready: (reference: string, cycle: string) => `${reference} is in the cycle ${cycle} already.`,
  archived: (reference: string) =>
    `${reference} is archived: nobody is asked for it any more. /okr archive ${reference} undo brings it back.`,
  restored: (reference: string) => `${reference} is back.`,
  archivedAlready: (reference: string) => `${reference} is archived already.`,
  liveAlready: (reference: string) => `${reference} is not archived.`,
  whereTo: (reference: string) => `Where to? Write /okr move ${reference} to <cycle>. /okr cycle list shows them.`,
  alignUsage: (reference: string) => `To which one? Write /okr align ${reference} to O-1, or to none.`,
  addKeyResult: 'Add a key result',
  edit: 'Edit',
  checkIn: 'Check in',
  show: 'Show',
  yours: (by: string, reference: string) => `${by} gave you ${reference}.`,
  yoursNext: 'You will be asked for check-ins when they are due; /okr update does it at any time.',
}

const zhCN: typeof en = {
  objectiveCreated: (reference) => `${reference} 已建立。`,
  keyResultCreated: (reference, objective) => `${objective} 的关键结果 ${reference} 已建立。`,
  saved: (reference) => `${reference} 已修改。`,
  same: (reference) => `${reference} 没有变化。`,
  rescored: (before, after) => `得分从 ${before} 变为 ${after}。`,
  fewer: (count) => `现有 ${count} 个关键结果，三到五个最合适。`,
  more: (count) => `现有 ${count} 个关键结果，三到五个最合适。`,
  aligned: (reference, parent) => `${reference} 已对齐到 ${parent}。`,
  unaligned: (reference) => `${reference} 不再对齐到其他目标。`,
  moved: (reference, cycle) => `${reference} 已移到周期“${cycle}”。`,
  movedAlready: (reference, cycle) => `${reference} 已在周期“${cycle}”中。`,
  archived: (reference) => `${reference} 已归档，不再提问。用 /okr 归档 ${reference} 撤销 可以恢复。`,
  restored: (reference) => `${reference} 已恢复。`,
  archivedAlready: (reference) => `${reference} 已经归档。`,
  liveAlready: (reference) => `${reference} 没有归档。`,
  whereTo: (reference) => `移到哪里？请输入 /okr 移动 ${reference} 到 <周期>。用 /okr 周期 列表 查看。`,
  alignUsage: (reference) => `对齐到哪个目标？请输入 /okr 对齐 ${reference} 到 O-1，或 到 无。`,
  addKeyResult: '添加关键结果',
  edit: '修改',
  checkIn: '更新进展',
  show: '查看',
  yours: (by, reference) => spaced`${by}把 ${reference} 交给了你。`,
  yoursNext: '到期时会请你更新进展；也可以随时用 /okr 更新。',
}

export const doneWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
