import type { Part } from '../part.ts'
import { atRisk, withRisk } from '../which.ts'
import { askToEdit, saveRisk } from './edit.ts'
import { does, usage } from './messages/commands.ts'
import { askForRisk, createByForm } from './new.ts'

export const register: Part = {
  commands: {
    new: { run: askForRisk, aliases: ['新建', '登记'], usage: usage.new, does: does.new },
    edit: { run: withRisk(askToEdit), aliases: ['编辑', '修改'], usage: usage.edit, does: does.edit },
  },
  buttons: { edit: atRisk(askToEdit) },
  asks: ['edit'],
  forms: { new: createByForm, edit: saveRisk },
}
