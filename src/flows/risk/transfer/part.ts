import type { Part } from '../part.ts'
import { exportByCommand } from './export.ts'
import { importByCommand } from './import.ts'
import { importPage } from './import-page.ts'

const usage = { en: '[filters as in list]', 'zh-CN': '[与列表相同的筛选]' }

export const transfer: Part = {
  commands: {
    export: {
      ...{ run: exportByCommand, aliases: ['导出'], usage },
      does: { en: 'the register as a CSV file', 'zh-CN': '把风险登记册导出为 CSV 文件' },
    },
    import: {
      ...{ run: importByCommand, aliases: ['导入'] },
      does: { en: 'bring in a CSV file, after a look at what it does', 'zh-CN': '导入 CSV 文件（先预览变化）' },
    },
  },
  pages: { import: importPage },
}
