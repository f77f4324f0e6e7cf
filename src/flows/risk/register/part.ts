import type { Part } from '../part.ts'
import { does, usage } from './messages/commands.ts'
import { askForRisk, createByForm } from './new.ts'

export const register: Part = {
  commands: { new: { run: askForRisk, aliases: ['新建', '登记'], usage: usage.new, does: does.new } },
  forms: { new: createByForm },
}
