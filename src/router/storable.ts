import type { FieldValue } from '../chat/form.ts'
import type { Asked } from '../platform.ts'

/** What was asked as PostgreSQL can keep it: without NUL characters and halves of surrogate pairs. */
export function storable(what: Asked): Asked {
  switch (what.kind) {
    case 'command':
    case 'message':
      return { ...what, text: whole(what.text) }
    case 'press':
      return { ...what, value: whole(what.value) }
    case 'shortcut':
    case 'overheard': {
      const { message } = what
      const authorName = message.authorName === undefined ? {} : { authorName: whole(message.authorName) }
      return { ...what, message: { ...message, ...authorName, text: whole(message.text) } }
    }
    case 'submission': {
      const values = Object.entries(what.values).map(([name, value]) => [name, wholeValue(value)] as const)
      return { ...what, context: whole(what.context), values: Object.fromEntries(values) }
    }
  }
}

function wholeValue(value: FieldValue): FieldValue {
  if (typeof value === 'string') return whole(value)
  return Array.isArray(value) ? value.map(whole) : value
}

const whole = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')
