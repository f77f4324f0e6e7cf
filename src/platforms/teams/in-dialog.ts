import { z } from 'zod'
import { nearestLocale } from '../../chat/locale.ts'
import type { Asked } from '../../platform.ts'
import { within } from '../../within.ts'
import { answer } from './answering.ts'
import { decided, Pressed } from './decided.ts'
import { dialog, forDialog } from './dialog.ts'
import type { Counter } from './handle.ts'
import { inboundOf, receiptOf } from './inbound.ts'
import { ANSWER_WITHIN_MS, isQuiet, type Outcome, outcomeOf } from './outcome.ts'
import { type Activity, PointedAt } from './payloads.ts'
import { pointedAt } from './pointed-at.ts'
import { type Asker, shownOf } from './showing.ts'
import { words } from './words.ts'

const WithData = z.looseObject({ data: z.unknown() })

/** A shortcut on a message was chosen from its menu. */
export async function shortcutUsed(desk: Counter, activity: Activity): Promise<object> {
  const pointed = PointedAt.parse(activity.value)
  const shortcut = pointed.commandId
  if (!desk.door.shortcuts.some((one) => one.shortcut === shortcut))
    return dialog.saying(words[localeOf(activity)].unknownShortcut)
  return asked(desk, activity, { kind: 'shortcut', shortcut, message: await pointedAt(pointed, desk) })
}

/** A button that opens a dialog was pressed. Whoever closes one may open it again at once: that is no press delivered twice. Null for what is none of ours. */
export async function dialogOpened(desk: Counter, activity: Activity): Promise<object | null> {
  const press = Pressed.safeParse(WithData.parse(activity.value).data).data
  if (!press) return null
  return asked(desk, activity, { kind: 'press', action: press.action, value: press.value })
}

/** In a dialog, what becomes of it stands in the same dialog. */
export async function dialogSubmitted(desk: Counter, activity: Activity): Promise<object> {
  const deed = await decided(desk, activity, WithData.parse(activity.value).data)
  return deed ? nextDialog(desk, deed.asker, deed.outcome) : {}
}

function asked(desk: Counter, activity: Activity, what: Asked): Promise<object> {
  const inbound = inboundOf(activity, { receipt: receiptOf(activity), what })
  return nextDialog(desk, { activity }, outcomeOf(desk, inbound, activity))
}

/** It closes where there is nothing to say. What takes too long is said in their conversation as soon as it is known. */
async function nextDialog(desk: Counter, asker: Asker, outcome: Promise<Outcome>): Promise<object> {
  const soon = await within(outcome, ANSWER_WITHIN_MS)
  if (!soon) {
    void outcome.then((late) => answer(desk, asker, late, 'late'))
    return dialog.saying(words[localeOf(asker.activity)].working)
  }
  if (isQuiet(soon)) return {}
  const shown = await shownOf(desk, asker, soon)
  return shown ? dialog.showing(shown.summary, forDialog(shown.content)) : {}
}

const localeOf = ({ locale }: Activity) => nearestLocale(locale ?? undefined)
