import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { draw } from '../../src/pages/draw.ts'
import type { Sheet } from '../../src/pages/page.ts'
import { CONTENT_POLICY } from '../../src/pages/style.ts'

const EVIL = `</textarea></title><script>alert("1")</script>'&<b>`
const sheet = (over: Partial<Sheet> = {}): Sheet => ({
  locale: 'en',
  title: 'Acme: your complaint C-000012',
  paragraphs: ['Are you satisfied?'],
  form: {
    submit: 'Send',
    fields: [
      {
        kind: 'choice',
        name: 'score',
        label: 'How satisfied?',
        options: [
          { value: '1', label: 'not at all' },
          { value: '5', label: 'very' },
        ],
        value: '5',
      },
      { kind: 'text', name: 'note', label: 'A note', maxLength: 2_000, value: '\nfirst line' },
    ],
  },
  ...over,
})

describe('the page', () => {
  it('escapes everything that somebody wrote', () => {
    const page = draw({
      locale: 'en',
      title: EVIL,
      paragraphs: [EVIL],
      form: {
        submit: EVIL,
        fields: [
          {
            kind: 'choice',
            name: EVIL,
            label: EVIL,
            error: EVIL,
            options: [{ value: EVIL, label: EVIL }],
            value: EVIL,
          },
          { kind: 'text', name: EVIL, label: EVIL, error: EVIL, maxLength: 10, value: EVIL },
        ],
      },
    })

    expect(page).not.toMatch(/<script|<b>|alert\("/)
    expect(page.match(/<\/textarea>/g)).toHaveLength(1)
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;&lt;b&gt;')
  })

  it('says its language and needs nothing but itself', () => {
    const page = draw(sheet({ locale: 'zh-CN' }))

    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(page).not.toMatch(/<script|src=|<link|style="|@import|url\(/)
  })

  it('has exactly the style that its policy allows', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(draw(sheet()))?.[1] ?? ''

    expect(CONTENT_POLICY).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  })

  it('ties each label to its input and marks what was chosen', () => {
    const page = draw(sheet())

    expect(page).toContain('<label for="note">A note</label>')
    expect(page).toContain('id="note" name="note"')
    expect(page).toMatch(/<fieldset>\s*<legend>How satisfied\?<\/legend>/)
    expect(page).toContain('<label><input type="radio" name="score" value="5" required checked> very</label>')
    expect(page).toContain('value="1" required>')
  })

  it('keeps the first line break of what was written', () => {
    expect(draw(sheet())).toMatch(/<textarea[^>]*>\n\nfirst line<\/textarea>/)
  })

  it('says beside a field what is wrong with it, and above that something is', () => {
    const fields = [{ kind: 'text' as const, name: 'note', label: 'A note', maxLength: 10, error: 'Too long.' }]
    const page = draw(sheet({ form: { submit: 'Send', fields } }))

    expect(page).toMatch(/<p class="wrong" role="alert">Something is missing/)
    expect(page).toContain('<p class="wrong" id="note-error">Too long.</p>')
    expect(page).toContain('aria-invalid="true" aria-describedby="note-error"')
    expect(draw(sheet())).not.toContain('role="alert"')
  })
})
