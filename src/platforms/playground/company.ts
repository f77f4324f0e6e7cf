import type { Locale, Phrase } from '../../chat/locale.ts'
import type { ChannelProfile, Profile } from '../../platform.ts'

export const INSTALLATION = 'playground'

/** How the bot is mentioned. */
export const BOT = 'drumbeat'

export type Persona = { id: string; name: string; job: Phrase; city: Phrase; timeZone: string; locale: Locale }
type Room = { id: string; topic: Phrase }

const BERLIN = { timeZone: 'Europe/Berlin', city: { en: 'Berlin', 'zh-CN': '柏林' } }
const SHANGHAI = { timeZone: 'Asia/Shanghai', city: { en: 'Shanghai', 'zh-CN': '上海' } }
const NEW_YORK = { timeZone: 'America/New_York', city: { en: 'New York', 'zh-CN': '纽约' } }

/** A made-up maker of measuring instruments; the first of its people is the administrator. */
export const PERSONAS: readonly Persona[] = [
  {
    id: 'mira',
    name: 'Mira Falkenrath',
    job: { en: 'Head of operations', 'zh-CN': '运营负责人' },
    ...BERLIN,
    locale: 'en',
  },
  {
    id: 'jonas',
    name: 'Jonas Ebersweil',
    job: { en: 'Firmware engineer', 'zh-CN': '固件工程师' },
    ...BERLIN,
    locale: 'en',
  },
  {
    id: 'mei',
    name: '陈梅',
    job: { en: 'Quality manager', 'zh-CN': '质量经理' },
    ...SHANGHAI,
    locale: 'zh-CN',
  },
  {
    id: 'hana',
    name: 'Hana Okumori',
    job: { en: 'Production planner', 'zh-CN': '生产计划员' },
    ...SHANGHAI,
    locale: 'en',
  },
  {
    id: 'nora',
    name: 'Nora Whitcombe',
    job: { en: 'Customer support', 'zh-CN': '客户支持' },
    ...NEW_YORK,
    locale: 'en',
  },
  {
    id: 'theo',
    name: 'Theo Marchbank',
    job: { en: 'Product manager', 'zh-CN': '产品经理' },
    ...NEW_YORK,
    locale: 'en',
  },
]

export const CHANNELS: readonly Room[] = [
  { id: 'general', topic: { en: 'What everybody should know', 'zh-CN': '全员公告与日常' } },
  { id: 'engineering', topic: { en: 'Building the product', 'zh-CN': '产品研发' } },
  { id: 'support', topic: { en: 'What customers tell us', 'zh-CN': '客户反馈' } },
]

export const personaById = (id: string): Persona | undefined => PERSONAS.find((persona) => persona.id === id)

export const channelById = (id: string): Room | undefined => CHANNELS.find((channel) => channel.id === id)

export function profileOf(id: string): Profile | null {
  const persona = personaById(id)
  if (!persona) return null

  const { name, timeZone, locale } = persona
  const administrator = persona === PERSONAS[0]
  return { externalId: id, name, timeZone, locale, kind: 'person', active: true, administrator }
}

export function channelProfileOf(id: string): ChannelProfile | null {
  return channelById(id) ? { externalId: id, name: id, open: true } : null
}
