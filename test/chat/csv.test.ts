import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../src/chat/csv.ts'

describe('a CSV file', () => {
  it('begins with a byte order mark and quotes what needs it', () => {
    expect(csvOf([['a', 'b,c', 'd"e', 'f\ng', '']])).toBe('\uFEFFa,"b,c","d""e","f\ng",\r\n')
  })

  it.each(['=1+1', '+49', '@here', '-x', '\t=1'])('makes words of %j, which a spreadsheet would run', (cell) => {
    expect(csvOf([[cell]])).toBe(`\uFEFF'${cell}\r\n`)
  })

  it.each(['-3', '-3.5', '7'])('leaves the number %s a number', (cell) => {
    expect(csvOf([[cell]])).toBe(`\uFEFF${cell}\r\n`)
  })

  it('never begins a cell like a formula', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const written = csvOf([[cell]])
          .slice(1)
          .replace(/^"/, '')
        expect(/^[=+@\t]/.test(written)).toBe(false)
      }),
    )
  })
})
