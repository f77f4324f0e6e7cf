import type { Part } from '../part.ts'
import { exportByCommand } from './export.ts'
import { importByCommand } from './import.ts'

const usage = { en: '[cycle]', 'zh-CN': '[周期]' }

export const transfer: Part = {
  commands: {
    export: {
      run: exportByCommand,
      aliases: ['导出'],
      usage,
      does: { en: 'everything of a cycle as a CSV file', 'zh-CN': '把周期内容导出为 CSV 文件' },
    },
    import: {
      run: importByCommand,
      aliases: ['导入'],
      usage,
      does: { en: 'bring in a CSV file, after a look at what it does', 'zh-CN': '导入 CSV 文件（先预览变化）' },
    },
  },
}
