import { randomBytes } from 'node:crypto'
import type { Field, Form, FormValues } from '../../chat/form.ts'
import { type Span, spansOf } from '../../chat/text.ts'
import type { Database } from '../../database/types.ts'
import type { Directory } from '../../platform.ts'
import type { AdaptiveCard } from './adaptive-card.ts'
import { drawForm } from './form.ts'
import type { Named } from './places.ts'

const KEPT_DAYS = 30

type Choices = { people: readonly Named[]; channels: readonly Named[] }
type Shown = { form: Form; directory: Directory; choices: Choices }
type Refused = { errors: Readonly<Record<string, string>>; filled: FormValues; choices: Choices }
type Mentioned = Record<'person' | 'channel' | 'post', Record<string, string>>

/** Forms that people have before them, kept because Teams sends back only what was filled in. */
export type Forms = {
  show(shown: Shown): Promise<AdaptiveCard>
  /** The same once more with what is wrong and what was typed; null where it is not kept any more. */
  again(key: string, refused: Refused): Promise<AdaptiveCard | null>
}

export function formsIn(db: Database): Forms {
  return {
    show: async ({ form, directory, choices }) => {
      const id = randomBytes(18).toString('base64url')
      const expiresAt = new Date(Date.now() + KEPT_DAYS * 86_400_000)
      const mentioned = mentionedIn(form, directory)
      await db.teamsForm.create({ data: { id, form: JSON.parse(JSON.stringify(form)), mentioned, expiresAt } })
      await db.teamsForm.deleteMany({ where: { expiresAt: { lt: new Date() } } })
      return drawForm({ form: keyed(form, id), directory, choices })
    },
    again: async (id, refused) => {
      const row = await db.teamsForm.findUnique({ where: { id } })
      if (!row) return null
      const directory = directoryOf(row.mentioned as Mentioned)
      return drawForm({ form: keyed(row.form as unknown as Form, id), directory, ...refused })
    },
  }
}

const keyed = (form: Form, id: string): Form => ({ ...form, context: `${id} ${form.context ?? ''}` })

/** What was put before the form's own context. */
export function readContext(context: string): { key: string; context: string } {
  const end = context.indexOf(' ')
  return { key: context.slice(0, end), context: context.slice(end + 1) }
}

function mentionedIn(form: Form, directory: Directory): Mentioned {
  const found: Mentioned = { person: {}, channel: {}, post: {} }
  for (const { kind, id } of [...spansOf(form.intro ?? '').flatMap(inSpan), ...form.fields.flatMap(inField)]) {
    const known = directory[kind](id)
    if (known !== undefined) found[kind][id] = known
  }
  return found
}

type Id = { kind: keyof Mentioned; id: string }

function inSpan(span: Span): Id[] {
  if (typeof span === 'string') return []
  if ('person' in span) return [{ kind: 'person', id: span.person }]
  if ('channel' in span) return [{ kind: 'channel', id: span.channel }]
  return 'post' in span ? [{ kind: 'post', id: span.post }] : []
}

function inField(field: Field): Id[] {
  switch (field.kind) {
    case 'person':
    case 'channel':
      return field.value === undefined ? [] : [{ kind: field.kind, id: field.value }]
    case 'people':
      return (field.values ?? []).map((id) => ({ kind: 'person', id }))
    default:
      return []
  }
}

const directoryOf = ({ person, channel, post }: Mentioned): Directory => ({
  person: (id) => person[id],
  channel: (id) => channel[id],
  post: (key) => post[key],
})
