import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  newRisk: 'New risk',
  editRisk: (reference: string) => `Edit ${reference}`,
  create: 'Create',
  save: 'Save',
  title: 'Risk',
  titleHint: 'What may happen and would hurt, in one sentence',
  description: 'Description',
  descriptionHint: 'What people should know about it',
  category: 'Category',
  owner: 'Owner',
  line: 'Line of defence',
  cause: 'Cause',
  causeHint: 'Because of …',
  event: 'Event',
  eventHint: '… it may happen that …',
  consequence: 'Consequence',
  consequenceHint: '… which would lead to …',
  gradeHint: 'Inherent: before anything is done about it. May stay empty until it is assessed.',
  links: 'Linked with',
  linksHint: 'References such as C-12, B-7 or O-3, or keys of KPIs',

  titleEmpty: 'Say what may happen.',
  tooLong: (most: number, now: number) => `Up to ${most} characters; these are ${now}.`,
  ownerGone: 'The owner has to be a colleague who is here.',
  ownerAudits: (name: string) => `${name} belongs to the third line and owns no risks. Choose somebody else.`,
  categoryGone: 'This category is not there any more. Choose another one.',

  created: (reference: string) => `${reference} is in the register.`,
  saved: (reference: string) => `${reference} is saved.`,
  same: (reference: string) => `${reference} is as it was.`,
  yours: (by: string, reference: string) => `${by} gave you ${reference}.`,
  yoursNext: (reference: string) => `Assess it: /risk assess ${reference}. You will be asked to review it in time.`,
}

const zhCN: typeof en = {
  newRisk: '新建风险',
  editRisk: (reference) => `修改 ${reference}`,
  create: '创建',
  save: '保存',
  title: '风险',
  titleHint: '用一句话说明可能发生什么、会造成什么损害',
  description: '说明',
  descriptionHint: '大家需要了解的情况',
  category: '类别',
  owner: '负责人',
  line: '防线',
  cause: '原因',
  causeHint: '由于……',
  event: '事件',
  eventHint: '……可能发生……',
  consequence: '后果',
  consequenceHint: '……从而导致……',
  gradeHint: '固有风险：采取任何措施之前。可以留空，以后再评估。',
  links: '关联',
  linksHint: '编号，例如 C-12、B-7 或 O-3，或指标代码',

  titleEmpty: '请写明可能发生什么。',
  tooLong: (most, now) => `最多 ${most} 个字符，现在有 ${now} 个。`,
  ownerGone: '负责人必须是在职同事。',
  ownerAudits: (name) => spaced`${name}属于第三道防线，不负责风险。请选择其他人。`,
  categoryGone: '这个类别已不存在，请另选一个。',

  created: (reference) => `${reference} 已登记。`,
  saved: (reference) => `${reference} 已修改。`,
  same: (reference) => `${reference} 没有变化。`,
  yours: (by, reference) => spaced`${by}把 ${reference} 交给了你。`,
  yoursNext: (reference) => `请评估：/risk 评估 ${reference}。到期时会请你复审。`,
}

export const registerWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
