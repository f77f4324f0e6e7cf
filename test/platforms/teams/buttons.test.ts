import { describe, expect, it } from 'vitest'
import type { Button } from '../../../src/chat/card.ts'
import { drawWithoutDialogs } from '../../../src/platforms/teams/card.ts'
import { actionsIn } from '../../support/teams/reading.ts'
import { blocksOf, directory, drawn } from './drawn.ts'

const buttons = (...list: Button[]) => drawn(blocksOf({ kind: 'buttons', buttons: list }))

describe('a button', () => {
  it('is pressed in the same way in old clients and in new ones', () => {
    const data = { drumbeat: 'press', action: 'standup.answer', value: 'run:7' }

    expect(actionsIn(buttons({ label: 'Answer', action: 'standup.answer', value: 'run:7' }).content)).toEqual([
      {
        type: 'Action.Execute',
        verb: 'press',
        title: 'Answer',
        data,
        fallback: { type: 'Action.Submit', title: 'Answer', data },
      },
    ])
  })

  it('opens a dialog where it foretells a form, and nowhere that knows no dialogs', () => {
    const button: Button = { label: 'Answer', action: 'standup.answer', value: 'run:7', opens: 'form' }
    const shown = blocksOf({ kind: 'buttons', buttons: [button] })
    const data = { drumbeat: 'press', action: 'standup.answer', value: 'run:7' }

    expect(actionsIn(drawn(shown).content)).toEqual([
      { type: 'Action.Submit', title: 'Answer', data: { msteams: { type: 'task/fetch' }, ...data } },
    ])
    const { content } = drawWithoutDialogs({ card: shown, directory })
    expect(actionsIn(content)).toMatchObject([{ type: 'Action.Execute', data }])
  })

  it('is seen to be the main one, or a dangerous one', () => {
    const { content } = buttons(
      ...[
        { label: 'Save', action: 'a.b', style: 'primary' as const },
        { label: 'Delete', action: 'a.b', style: 'danger' as const },
      ],
    )

    expect(actionsIn(content).map(({ style }) => style)).toEqual(['positive', 'destructive'])
  })

  it('asks before what cannot be undone, and is pressed by the answer', () => {
    const confirm = { title: 'Delete?', text: 'All *answers* go.', yes: 'Delete it', no: 'Keep' }
    const { content, words } = buttons({ label: 'Delete', action: 'a.b', value: 'v', style: 'danger', confirm })

    expect(words).toBe('[Delete] Delete? All *answers* go. [Delete it]')
    expect(actionsIn(content)).toMatchObject([
      {
        type: 'Action.ShowCard',
        style: 'destructive',
        card: {
          actions: [{ type: 'Action.Execute', style: 'destructive', data: { action: 'a.b', value: 'v' } }],
        },
      },
    ])
  })

  it('is shown by its row, of which each has six', () => {
    const { content } = buttons(...Array.from({ length: 14 }, (_, n) => ({ label: `${n}`, action: 'a.b' })))

    expect(content.body.map((set) => (set.type === 'ActionSet' ? set.actions.length : 0))).toEqual([6, 6, 2])
  })

  it('with a long label or none has one that can be read', () => {
    const { words } = buttons({ label: 'x'.repeat(100), action: 'a.b' }, { label: ' ', action: 'a.b' })

    expect(words).toBe(`[${'x'.repeat(74)}…] [–]`)
  })
})
