import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { cardSentences } from './cards.ts'
import { commandSentences } from './commands.ts'
import { failureSentences } from './failures.ts'
import { formSentences } from './forms.ts'
import { lengthSentences } from './lengths.ts'
import { messageSentences } from './messages.ts'
import { overheardSentences } from './overheard.ts'
import { peopleSentences } from './people.ts'
import { postSentences } from './posts.ts'
import { pressSentences } from './presses.ts'
import { receiptSentences } from './receipts.ts'
import { shortcutSentences } from './shortcuts.ts'
import type { Stage } from './stage.ts'
import { submissionSentences } from './submissions.ts'

/** What every chat product has to do alike. */
const SENTENCES: readonly ((stage: () => Stage) => void)[] = [
  ...[cardSentences, postSentences, lengthSentences, peopleSentences],
  ...[commandSentences, formSentences, submissionSentences, pressSentences, messageSentences],
  ...[shortcutSentences, overheardSentences, receiptSentences, failureSentences],
]

/** Holds a chat product to its contract. */
export function describeContract(name: string, openStage: () => Promise<Stage>): void {
  describe(name, () => {
    let stage: Stage | null = null
    const opened = (): Stage => {
      if (!stage) throw new Error('The stage is not open')
      return stage
    }
    beforeAll(async () => {
      stage = await openStage()
    })
    beforeEach(() => opened().reset())
    afterEach(() => expect(opened().problems()).toEqual([]))
    afterAll(() => stage?.close())

    for (const sentences of SENTENCES) sentences(opened)
  })
}
