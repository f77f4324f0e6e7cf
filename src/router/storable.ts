import type { FieldValue } from '../chat/form.ts'
import { soundText } from '../chat/sound-text.ts'
import type { Asked } from '../platform.ts'

/** What was asked as PostgreSQL can keep it: without NUL characters and halves of surrogate pairs. */
export function storable(what: Asked): Asked {
  switch (what.kind) {
    case 'command':
    case 'message':
      return { ...what, text: soundText(what.text) }
    case 'press':
      return { ...what, value: soundText(what.value) }
    case 'shortcut':
    case 'overheard': {
      const { message } = what
      const authorName = message.authorName === undefined ? {} : { authorName: soundText(message.authorName) }
      return { ...what, message: { ...message, ...authorName, text: soundText(message.text) } }
    }
    case 'submission': {
      const values = Object.entries(what.values).map(([name, value]) => [name, wholeValue(value)] as const)
      return { ...what, context: soundText(what.context), values: Object.fromEntries(values) }
    }
  }
}

function wholeValue(value: FieldValue): FieldValue {
  if (typeof value === 'string') return soundText(value)
  return Array.isArray(value) ? value.map(soundText) : value
}
