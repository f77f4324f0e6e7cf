import { describe, expect, it } from 'vitest'
import { bold, code, italic, mention, type Text } from '../../../src/chat/text.ts'
import { buttonsIn } from '../../support/slack/reading.ts'
import { blocksOf, drawn, text } from './drawn.ts'
import { card } from './served.ts'

describe('a card', () => {
  it('is drawn with every kind of block', () => {
    const { words } = drawn(
      card('Digest of Daily', {
        title: 'Daily',
        tone: 'warning',
        blocks: [
          { kind: 'text', text: 'Blockers', style: 'heading' },
          { kind: 'text', text: 'as it was said', style: 'quote' },
          {
            kind: 'facts',
            facts: [
              { label: 'Lead', value: [mention({ id: 'm-mei', name: 'Mei' })] },
              { label: 'Late', value: '' },
            ],
          },
          { kind: 'list', items: ['one', [bold('two')]], ordered: true },
          {
            kind: 'table',
            columns: ['Who', '天'],
            rows: [
              ['梅', '3'],
              ['Benjamin', '12'],
            ],
          },
          { kind: 'image', url: 'https://example.com/map.png', alt: 'A map' },
          { kind: 'divider' },
          {
            kind: 'context',
            text: ['for ', { channel: 'c-general', name: 'general' }, ' by ', { person: 'm-gone', name: 'x' }],
          },
          { kind: 'progress', label: 'Answered', done: 3, of: 5 },
          { kind: 'buttons', buttons: [{ label: 'Answer', action: 'standup.answer' }] },
        ],
      }),
    )

    expect(words).toBe(
      [
        '⚠️ Daily',
        'Blockers',
        'as it was said',
        'Lead: <@UMEI>\nLate: –',
        '• one\n• two',
        'Who       天\n梅        3\nBenjamin  12',
        '(A map)',
        'for <#CGENERAL> by <@UGONE>',
        'Answered  ██████░░░░ 3/5',
        '[Answer]',
      ].join('\n'),
    )
  })

  it('names whom Slack does not know', () => {
    expect(drawn(text([{ person: 'stranger', name: 'Mei' }, ' in ', { channel: 'nowhere', name: 'ops' }])).words).toBe(
      '@Mei in #ops',
    )
  })

  it('keeps what people wrote letter for letter, and nobody is called by it', () => {
    const written = '<!channel> <@UBEN> *no* _no_ `no` ~no~ :tada: & <b> https://example.com'

    const { blocks, words } = drawn(blocksOf({ kind: 'text', text: written }, { kind: 'context', text: written }))

    expect(words).toBe(`${written}\n${written}`)
    expect(JSON.stringify(blocks)).not.toMatch(/mrkdwn|"user"|"emoji":true/)
  })

  it('emphasises and links only where we say so', () => {
    const spans: Text = [
      bold('b'),
      italic('i'),
      code('c'),
      { link: 'site', href: 'https://example.com' },
      { link: 'digest', post: 'standup/known' },
    ]

    expect(drawn(text(spans)).blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'b', style: { bold: true } },
              { type: 'text', text: 'i', style: { italic: true } },
              { type: 'text', text: 'c', style: { code: true } },
              { type: 'link', url: 'https://example.com', text: 'site' },
              { type: 'link', url: 'https://t0fake.slack.com/archives/CGENERAL/p1', text: 'digest' },
            ],
          },
        ],
      },
    ])
  })

  it('shows as words a link that leads nowhere yet, or that is no web address', () => {
    const { blocks, words } = drawn(
      text([
        { link: 'digest', post: 'standup/unknown' },
        { link: ' run', href: 'javascript:alert(1)' },
      ]),
    )

    expect(words).toBe('digest run')
    expect(JSON.stringify(blocks)).not.toContain('"link"')
  })

  it('gives every button a name of its own, and keeps its action', () => {
    const same = { label: 'Answer', action: 'standup.answer', value: 'run:7' }

    const buttons = buttonsIn(
      drawn(blocksOf({ kind: 'buttons', buttons: [same, same] }, { kind: 'buttons', buttons: [same] })).blocks,
    )

    expect(buttons.map(({ element }) => element.action_id)).toEqual([
      'standup.answer#0',
      'standup.answer#1',
      'standup.answer#2',
    ])
  })

  it('asks before what cannot be undone', () => {
    const confirm = { title: 'Delete?', text: 'All answers go.', yes: 'Delete', no: 'Keep' }
    const shown = blocksOf({
      kind: 'buttons',
      buttons: [{ label: 'Delete', action: 'standup.delete', style: 'danger', confirm }],
    })

    expect(buttonsIn(drawn(shown).blocks)[0]?.element).toMatchObject({
      style: 'danger',
      confirm: { title: { text: 'Delete?' }, deny: { text: 'Keep' }, style: 'danger' },
    })
  })
})
