import type { Part } from '../part.ts'
import { exportByCommand } from './export.ts'
import { importByCommand } from './import.ts'
import { importPage } from './import-page.ts'

const usage = { en: '[key… | filters as in list]', 'zh-CN': '[代码… | 与列表相同的筛选]' }

export const transfer: Part = {
  commands: {
    export: {
      ...{ run: exportByCommand, aliases: ['导出'], usage },
      does: { en: 'values as a CSV file', 'zh-CN': '把数值导出为 CSV 文件' },
    },
    import: {
      ...{ run: importByCommand, aliases: ['导入'] },
      does: {
        en: 'bring in a CSV file of values, after a look at what it does',
        'zh-CN': '导入数值 CSV 文件（先预览变化）',
      },
    },
  },
  pages: { import: importPage },
}
