export type Json = Record<string, unknown>
export type Problems = string[]
type Bounds = { at: string; max: number }

export function checkString(value: unknown, { at, max }: Bounds, why: Problems): void {
  if (typeof value !== 'string' || value.length < 1) why.push(`${at}: must be more than 0 characters`)
  else if (value.length > max) why.push(`${at}: must be less than ${max + 1} characters`)
}

export function checkPlain(value: unknown, bounds: Bounds, why: Problems): void {
  const text = value as Json | undefined
  if (text?.type !== 'plain_text') why.push(`${bounds.at}: no plain_text`)
  else checkString(text.text, bounds, why)
}

/** What can be pressed, typed into or chosen from. */
export function checkElement(element: Json, at: string, why: Problems): void {
  checkString(element.action_id, { at: `${at}/action_id`, max: 255 }, why)
  if (element.placeholder !== undefined) checkPlain(element.placeholder, { at: `${at}/placeholder`, max: 150 }, why)
  const check = CHECKS[String(element.type)]
  if (check) check(element, at, why)
  else why.push(`${at}: unknown element ${element.type}`)
}

type Check = (element: Json, at: string, why: Problems) => void

const CHECKS: Record<string, Check> = {
  button: checkButton,
  plain_text_input: checkTextInput,
  number_input: checkNumberInput,
  static_select: (element, at, why) => checkOptions(element, { at, max: 100 }, why),
  multi_static_select: (element, at, why) => checkOptions(element, { at, max: 100 }, why),
  radio_buttons: (element, at, why) => checkOptions(element, { at, max: 10 }, why),
  checkboxes: (element, at, why) => checkOptions(element, { at, max: 10 }, why),
  datepicker: matching('initial_date', /^\d{4}-\d{2}-\d{2}$/),
  timepicker: matching('initial_time', /^\d{2}:\d{2}$/),
  users_select: matching('initial_user', /^[UW][A-Z0-9]+$/),
  conversations_select: matching('initial_conversation', /^[CGD][A-Z0-9]+$/),
  multi_users_select: ({ initial_users: initial }, at, why) => {
    if (Array.isArray(initial) && initial.length === 0) why.push(`${at}/initial_users`)
  },
}

function matching(key: string, pattern: RegExp): Check {
  return (element, at, why) => {
    const value = element[key]
    if (value !== undefined && !pattern.test(String(value))) why.push(`${at}/${key}: ${value}`)
  }
}

function checkButton(button: Json, at: string, why: Problems): void {
  checkPlain(button.text, { at: `${at}/button`, max: 75 }, why)
  if (button.value !== undefined) checkString(button.value, { at: `${at}/value`, max: 2_000 }, why)
  if (button.style !== undefined && !['primary', 'danger'].includes(String(button.style))) why.push(`${at}/style`)
  if (!button.confirm) return
  const confirm = button.confirm as Json
  for (const [key, max] of Object.entries({ title: 100, text: 300, confirm: 30, deny: 30 }))
    checkPlain(confirm[key], { at: `${at}/confirm/${key}`, max }, why)
}

function checkTextInput(input: Json, at: string, why: Problems): void {
  const max = Number(input.max_length ?? 3_000)
  if (max < 1 || max > 3_000) why.push(`${at}/max_length`)
  if (input.initial_value !== undefined) checkString(input.initial_value, { at: `${at}/initial_value`, max }, why)
}

function checkNumberInput(input: Json, at: string, why: Problems): void {
  if (typeof input.is_decimal_allowed !== 'boolean') why.push(`${at}/is_decimal_allowed`)
  const { min_value: min, max_value: max, initial_value: initial } = input
  for (const value of [min, max, initial])
    if (value !== undefined && !/^-?\d+(\.\d+)?$/.test(String(value))) why.push(`${at}: ${value} is no number`)
  if (initial === undefined) return
  if (min !== undefined && Number(initial) < Number(min)) why.push(`${at}/initial_value`)
  if (max !== undefined && Number(initial) > Number(max)) why.push(`${at}/initial_value`)
}

function checkOptions(element: Json, { at, max }: Bounds, why: Problems): void {
  const groups = (element.option_groups ?? [
    { label: { type: 'plain_text', text: '-' }, options: element.options },
  ]) as Json[]
  if (groups.length < 1 || groups.length > 100) why.push(`${at}: ${groups.length} groups`)
  for (const group of groups) checkGroup(group, { at, max }, why)

  const options = groups.flatMap((group) => (group.options ?? []) as Json[])
  const initial = (element.initial_options ?? (element.initial_option ? [element.initial_option] : undefined)) as
    | Json[]
    | undefined
  if (initial?.length === 0) why.push(`${at}/initial_options`)
  for (const one of initial ?? [])
    if (!options.some((option) => JSON.stringify(option) === JSON.stringify(one)))
      why.push(`${at}: initial option is none of the options`)
}

function checkGroup(group: Json, { at, max }: Bounds, why: Problems): void {
  const options = (group.options ?? []) as Json[]
  checkPlain(group.label, { at: `${at}/label`, max: 75 }, why)
  if (options.length < 1 || options.length > max) why.push(`${at}: ${options.length} options`)
  for (const option of options) {
    checkPlain(option.text, { at: `${at}/option`, max: 75 }, why)
    checkString(option.value, { at: `${at}/option/value`, max: 75 }, why)
  }
}
