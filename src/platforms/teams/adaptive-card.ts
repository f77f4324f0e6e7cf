/** An Adaptive Card 1.5 as far as Drumbeat uses it, in the words of Microsoft's schema. */
export type AdaptiveCard = {
  type: 'AdaptiveCard'
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  version: '1.5'
  body: Element[]
  actions?: Action[]
  msteams?: { entities: MentionEntity[] }
}

/** Teams refuses a card in which the text of a mention is nowhere to be found. */
export type MentionEntity = { type: 'mention'; text: string; mentioned: { id: string; name: string } }

export type Element = (TextElement | Container | Image | Table | ActionSet | Input) & Spaced
type Spaced = { spacing?: 'None' | 'Small' | 'Medium'; separator?: true }

export type Color = 'Good' | 'Warning' | 'Attention'
export type Look = {
  size?: 'Small' | 'Medium' | 'Large'
  weight?: 'Bolder'
  color?: Color
  isSubtle?: true
}

export type TextElement = RichTextBlock | TextBlock
/** Its text is read as Markdown, and only in it can somebody be mentioned. */
export type TextBlock = Look & { type: 'TextBlock'; text: string; wrap: true }
/** Its words are shown letter for letter. */
export type RichTextBlock = { type: 'RichTextBlock'; inlines: TextRun[] }
export type TextRun = Look & {
  type: 'TextRun'
  text: string
  italic?: true
  fontType?: 'Monospace'
  selectAction?: { type: 'Action.OpenUrl'; url: string }
}

export type Container = { type: 'Container'; style: 'emphasis' | 'good' | 'warning' | 'attention'; items: Element[] }
export type Image = { type: 'Image'; url: string; altText: string }

export type Table = {
  type: 'Table'
  columns: { width: number }[]
  firstRowAsHeaders: true
  rows: TableRow[]
}
export type TableRow = { type: 'TableRow'; cells: TableCell[] }
export type TableCell = { type: 'TableCell'; items: TextElement[] }

export type ActionSet = { type: 'ActionSet'; actions: Action[] }
export type Action = Execute | Submit | ShowCard
export type Execute = {
  type: 'Action.Execute'
  title: string
  verb: string
  data: Data
  style?: ActionStyle
  associatedInputs?: 'auto'
  fallback?: Submit
}
export type Submit = Omit<Execute, 'type' | 'verb' | 'fallback'> & { type: 'Action.Submit' }
export type ShowCard = { type: 'Action.ShowCard'; title: string; style?: ActionStyle; card: AskingCard }
export type AskingCard = { type: 'AdaptiveCard'; body: Element[]; actions: Action[] }
export type ActionStyle = 'positive' | 'destructive'
export type Data = Readonly<Record<string, unknown>>

export type Input = InputAbout & Asking
/** What is typed into or chosen from. */
export type Asking = TextInput | NumberInput | ChoiceSet | DateInput | TimeInput | Toggle
type InputAbout = { id: string; label?: string; isRequired?: true; errorMessage?: string }
export type TextInput = {
  type: 'Input.Text'
  isMultiline?: true
  maxLength: number
  placeholder?: string
  value?: string
}
export type NumberInput = { type: 'Input.Number'; min?: number; max?: number; value?: number }
export type ChoiceSet = {
  type: 'Input.ChoiceSet'
  choices: Choice[]
  style: 'compact' | 'expanded' | 'filtered'
  isMultiSelect?: true
  value?: string
}
export type Choice = { title: string; value: string }
type DateInput = { type: 'Input.Date'; value?: string }
type TimeInput = { type: 'Input.Time'; value?: string }
export type Toggle = {
  type: 'Input.Toggle'
  title: string
  valueOn: 'true'
  valueOff: 'false'
  value: 'true' | 'false'
}
