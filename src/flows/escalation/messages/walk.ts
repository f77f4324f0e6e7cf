import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  gone: 'This escalation is no longer there.',
  recused: 'You have no part in this: others take care of it.',
  notYours: 'Only those who were told, the owner and administrators can do this.',
  youHaveIt: 'You have it already.',
  hasIt: (name: string, since: string) => `${name} has it, since ${since}.`,
  resolved: 'This is resolved already.',
  enough: (most: number) => `It has been snoozed ${most} times. Take it, or hand it over.`,

  handOver: 'Hand over',
  to: 'To whom',
  note: 'Note',
  noteHint: 'What they should know',
  stranger: 'I don’t know this person. Choose a colleague of this workspace.',
  unfit: (name: string) => `${name} can’t act here. Choose a colleague.`,
  isAway: (name: string) => `${name} is away. Choose somebody who is here.`,
  hasConflict: (name: string) => `${name} has a conflict of interest here. Choose somebody else.`,
  hasItAlready: (name: string) => `${name} has it already. Choose somebody else.`,
  self: 'Press “I take it” to keep it yourself.',

  whyTitle: (about: string) => `Why: ${about}`,
  line: (when: string, step: number, what: string) => `${when} · step ${step}: ${what}`,
  lastLine: (when: string, what: string) => `${when} · behind the last step: ${what}`,
  told: (name: string) => `${name} was told`,
  toldInstead: (name: string, other: string) => `${name} was told in place of ${other}`,
  handed: (giver: string, name: string) => `${giver} handed it over to ${name}`,
  woken: (name: string) => `${name} was told that it goes on`,
  passedOn: (before: string, name: string) => `${name} became the owner after ${before}`,
  nobodyYet: 'Nobody has been told yet.',
  next: (step: number, when: string) => `Step ${step} comes at ${when}, unless somebody takes it.`,
  nextLast: (when: string) => `At ${when} the chain is exhausted, unless somebody takes it.`,
  byPolicy: (name: string, version: number) => `By the policy ${name}, version ${version}, as it was when this opened.`,
}

const zhCN: typeof en = {
  gone: '这条升级事项已经不存在。',
  recused: '这件事需要你回避，由其他人处理。',
  notYours: '只有收到通知的人、负责人和管理员可以进行这个操作。',
  youHaveIt: '你已经接手了。',
  hasIt: (name, since) => spaced`${name}已于${since}接手。`,
  resolved: '这件事已经解决。',
  enough: (most) => spaced`已经推迟了 ${most} 次。请接手，或转交给别人。`,

  handOver: '转交',
  to: '转交给谁',
  note: '说明',
  noteHint: '对方需要了解的情况',
  stranger: '找不到这个人，请选择本工作区的同事。',
  unfit: (name) => spaced`${name}无法处理，请选择一位同事。`,
  isAway: (name) => spaced`${name}不在岗，请选择在岗的同事。`,
  hasConflict: (name) => spaced`${name}因利益冲突需要回避，请选择其他人。`,
  hasItAlready: (name) => spaced`${name}已经接手，请选择其他人。`,
  self: '如果要自己处理，请点“我来处理”。',

  whyTitle: (about) => spaced`升级经过：${about}`,
  line: (when, step, what) => spaced`${when} · 第 ${step} 步：${what}`,
  lastLine: (when, what) => spaced`${when} · 所有步骤之后：${what}`,
  told: (name) => spaced`已通知${name}`,
  toldInstead: (name, other) => spaced`已代替${other}通知${name}`,
  handed: (giver, name) => spaced`${giver}转交给${name}`,
  woken: (name) => spaced`已告知${name}将继续升级`,
  passedOn: (before, name) => spaced`负责人由${before}改为${name}`,
  nobodyYet: '还没有通知任何人。',
  next: (step, when) => spaced`若无人接手，${when}进行第 ${step} 步。`,
  nextLast: (when) => spaced`若无人接手，${when}升级链即告用尽。`,
  byPolicy: (name, version) => spaced`按“${name}”策略第 ${version} 版（升级开始时的版本）执行。`,
}

export const walkWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
