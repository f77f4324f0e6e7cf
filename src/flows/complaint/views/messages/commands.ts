import type { Phrase } from '../../../../chat/locale.ts'

/** What each command does, for the help. */
export const does = {
  show: { en: 'everything about a complaint', 'zh-CN': '查看一件客诉的全部内容' },
  list: { en: 'the open complaints, or those that fit', 'zh-CN': '查看未结的客诉，或按条件筛选' },
  history: { en: 'what happened, when and by whom', 'zh-CN': '查看经过：何时、何人、做了什么' },
  export: { en: 'complaints as a CSV file, sent to you', 'zh-CN': '把客诉导出为 CSV 文件发给你' },
  note: { en: 'add a note', 'zh-CN': '添加备注' },
  evidence: { en: 'add a link or words as evidence', 'zh-CN': '添加链接或文字作为证据' },
  link: { en: 'link two complaints that belong together', 'zh-CN': '关联两件客诉' },
  confidential: { en: 'hide it from all but those involved, or open it', 'zh-CN': '设为保密，或取消保密' },
  named: { en: 'colleagues whom it is about; they have no part in it', 'zh-CN': '登记客诉涉及的同事，他们不参与处理' },
} satisfies Record<string, Phrase>

/** How each is typed after its name. */
export const usage = {
  reference: { en: '<C-12>', 'zh-CN': '<C-12>' },
  list: {
    en: '[mine] [breached] [closed] [s1…s4] [type] [@owner] [product:…] [words]',
    'zh-CN': '[我的] [超时] [已结] [s1…s4] [类型] [@负责人] [产品:…] [关键词]',
  },
  export: { en: '[filters, as for list]', 'zh-CN': '[条件同列表]' },
  note: { en: '<C-12> [text]', 'zh-CN': '<C-12> [内容]' },
  evidence: { en: '<C-12> [link] [text]', 'zh-CN': '<C-12> [链接] [说明]' },
  link: { en: '<C-12> <C-9>', 'zh-CN': '<C-12> <C-9>' },
  confidential: { en: '<C-12> <on|off>', 'zh-CN': '<C-12> <开|关>' },
  named: { en: '<C-12> [@colleague …]', 'zh-CN': '<C-12> [@同事 …]' },
} satisfies Record<string, Phrase>
