import { z } from 'zod'

const Url = z.string().regex(/^(https?|mailto):/i)
const Words = z.string().min(1)

const look = {
  size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
  color: z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention']).optional(),
  fontType: z.enum(['Default', 'Monospace']).optional(),
  isSubtle: z.boolean().optional(),
}

const placed = {
  id: Words.optional(),
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']).optional(),
  separator: z.boolean().optional(),
}

const OpenUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: Words.optional(), url: Url })

const TextBlock = z.strictObject({
  type: z.literal('TextBlock'),
  ...placed,
  ...look,
  text: Words,
  wrap: z.boolean().optional(),
})

const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  ...look,
  text: Words,
  italic: z.boolean().optional(),
  selectAction: OpenUrl.optional(),
})

const RichTextBlock = z.strictObject({ type: z.literal('RichTextBlock'), ...placed, inlines: z.array(TextRun).min(1) })

const Image = z.strictObject({
  type: z.literal('Image'),
  ...placed,
  url: z.string().regex(/^https?:/i),
  altText: Words,
})

const Style = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent'])

const Container = z.strictObject({
  type: z.literal('Container'),
  ...placed,
  style: Style.optional(),
  get items() {
    return z.array(Element).min(1)
  },
})

const Cell = z.strictObject({
  type: z.literal('TableCell'),
  get items() {
    return z.array(Element).min(1)
  },
})

const Table = z
  .strictObject({
    type: z.literal('Table'),
    ...placed,
    columns: z.array(z.strictObject({ width: z.number().positive() })).min(1),
    firstRowAsHeaders: z.boolean().optional(),
    rows: z.array(z.strictObject({ type: z.literal('TableRow'), cells: z.array(Cell) })).min(1),
  })
  .refine(({ columns, rows }) => rows.every(({ cells }) => cells.length === columns.length), 'rows of other lengths')

const Data = z.record(z.string(), z.unknown())
const action = {
  title: Words.max(75),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
}
const Inputs = z.enum(['auto', 'none']).optional()

const Submit = z.strictObject({ type: z.literal('Action.Submit'), ...action, data: Data, associatedInputs: Inputs })
const Execute = z.strictObject({
  type: z.literal('Action.Execute'),
  ...action,
  verb: Words,
  data: Data,
  associatedInputs: Inputs,
  fallback: Submit.optional(),
})

const ShowCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  ...action,
  get card() {
    return z.strictObject({
      type: z.literal('AdaptiveCard'),
      body: z.array(Element).min(1),
      actions: z.array(Action).max(6).optional(),
    })
  },
})

const Action: z.ZodType = z.lazy(() => z.discriminatedUnion('type', [Execute, Submit, OpenUrl, ShowCard]))

const ActionSet = z.strictObject({ type: z.literal('ActionSet'), ...placed, actions: z.array(Action).min(1).max(6) })

const asked = {
  ...placed,
  id: Words,
  label: Words.optional(),
  isRequired: z.boolean().optional(),
  errorMessage: Words.optional(),
}

const TextInput = z
  .strictObject({
    type: z.literal('Input.Text'),
    ...asked,
    isMultiline: z.boolean().optional(),
    maxLength: z.int().positive().optional(),
    placeholder: Words.optional(),
    value: z.string().optional(),
  })
  .refine(({ value = '', maxLength = value.length }) => value.length <= maxLength, 'a longer value than it holds')

const NumberInput = z
  .strictObject({
    type: z.literal('Input.Number'),
    ...asked,
    min: z.number().optional(),
    max: z.number().optional(),
    value: z.number().optional(),
  })
  .refine(({ min, max, value }) => value === undefined || (value >= (min ?? value) && value <= (max ?? value)))

const ChoiceSet = z
  .strictObject({
    type: z.literal('Input.ChoiceSet'),
    ...asked,
    style: z.enum(['compact', 'expanded', 'filtered']).optional(),
    isMultiSelect: z.boolean().optional(),
    choices: z.array(z.strictObject({ title: Words, value: Words.regex(/^[^,]*$/) })).min(1),
    value: z.string().optional(),
  })
  .refine(
    ({ choices, value = '', isMultiSelect }) =>
      value === '' ||
      (isMultiSelect ? value.split(',') : [value]).every((one) => choices.some((choice) => choice.value === one)),
    'something is chosen that is not there',
  )

const DateInput = z.strictObject({
  type: z.literal('Input.Date'),
  ...asked,
  value: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
})
const TimeInput = z.strictObject({
  type: z.literal('Input.Time'),
  ...asked,
  value: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
})
const Toggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  ...asked,
  title: Words,
  valueOn: Words.optional(),
  valueOff: Words.optional(),
  value: Words.optional(),
})

const Element: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [
    ...[TextBlock, RichTextBlock, Image, Container, Table, ActionSet],
    ...[TextInput, NumberInput, ChoiceSet, DateInput, TimeInput, Toggle],
  ] as never),
)

const MentionEntity = z.strictObject({
  type: z.literal('mention'),
  text: z.string().regex(/^<at>[^<>]+<\/at>$/),
  mentioned: z.strictObject({ id: Words, name: Words }),
})

/** Microsoft's schema of Adaptive Cards 1.5 as far as Drumbeat uses it; whatever else is in a card is a mistake. */
export const AdaptiveCard = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  body: z.array(Element).min(1),
  actions: z.array(Action).min(1).max(6).optional(),
  msteams: z.strictObject({ entities: z.array(MentionEntity).min(1) }).optional(),
})
