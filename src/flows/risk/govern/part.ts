import type { Part } from '../part.ts'
import { askForCategory, askToEditCategory, categories, createCategory, saveCategory } from './categories.ts'
import { askToDelete, deleteCategory } from './delete-category.ts'
import { does, usage } from './messages/commands.ts'
import { askForScales, saveScales, scales } from './scales.ts'
import { askForSettings, saveSettings } from './settings.ts'

/** What the second line sets. */
export const govern: Part = {
  commands: {
    categories: { run: categories, aliases: ['类别', '分类'], usage: usage.categories, does: does.categories },
    scales: { run: scales, aliases: ['评分标准', '标准'], does: does.scales },
    settings: { run: askForSettings, aliases: ['设置'], does: does.settings },
  },
  buttons: {
    'new-category': askForCategory,
    'edit-category': askToEditCategory,
    'delete-category': askToDelete,
    'edit-scales': askForScales,
    settings: askForSettings,
  },
  asks: ['new-category', 'edit-category', 'delete-category', 'edit-scales', 'settings'],
  forms: {
    'new-category': createCategory,
    'edit-category': saveCategory,
    'delete-category': deleteCategory,
    scales: saveScales,
    settings: saveSettings,
  },
}
