import type { Part } from '../part.ts'
import { confidentialByCommand, openToAll } from './confidential.ts'
import { evidenceByButton, evidenceByCommand, saveEvidence } from './evidence.ts'
import { exportByButton, exportByCommand } from './export.ts'
import { historyByButton, historyByCommand } from './history.ts'
import { linkByCommand } from './link.ts'
import { listByButton, listByCommand } from './list.ts'
import { does, usage } from './messages/commands.ts'
import { namedByButton, namedByCommand, saveNamed } from './named.ts'
import { noteByButton, noteByCommand, saveNote } from './note.ts'
import { showByButton, showByCommand } from './show.ts'

export const views: Part = {
  commands: {
    list: { run: listByCommand, aliases: ['列表'], usage: usage.list, does: does.list },
    show: { run: showByCommand, aliases: ['查看'], usage: usage.reference, does: does.show },
    history: { run: historyByCommand, aliases: ['历史'], usage: usage.reference, does: does.history },
    note: { run: noteByCommand, aliases: ['备注'], usage: usage.note, does: does.note },
    evidence: { run: evidenceByCommand, aliases: ['证据'], usage: usage.evidence, does: does.evidence },
    link: { run: linkByCommand, aliases: ['关联'], usage: usage.link, does: does.link },
    named: { run: namedByCommand, aliases: ['涉及'], usage: usage.named, does: does.named },
    confidential: { run: confidentialByCommand, aliases: ['保密'], usage: usage.confidential, does: does.confidential },
    export: { run: exportByCommand, aliases: ['导出'], usage: usage.export, does: does.export },
  },
  buttons: {
    list: listByButton,
    show: showByButton,
    history: historyByButton,
    note: noteByButton,
    evidence: evidenceByButton,
    named: namedByButton,
    public: openToAll,
    export: exportByButton,
  },
  asks: ['note', 'evidence', 'named'],
  forms: { note: saveNote, evidence: saveEvidence, named: saveNamed },
}
