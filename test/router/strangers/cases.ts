import type { FieldValue } from '../../../src/chat/form.ts'
import type { Ids } from '../two-companies.ts'

/**
 * What somebody may send who knows ids of another company, for every entry of a flow's table of contents. Whoever adds a
 * button, a command, a form or a timer says here what it is given.
 */
export type Cases = {
  /** Values of a button. */
  buttons: Record<string, (ids: Ids) => string[]>
  /** What is typed after a command. */
  commands: Record<string, (ids: Ids) => string[]>
  forms: Record<string, Submitted[]>
  /** Subjects of a timer. */
  timers: Record<string, (ids: Ids) => string[]>
}

type Submitted = { context: (ids: Ids, own: Ids) => string; values: (ids: Ids, own: Ids) => Record<string, FieldValue> }
