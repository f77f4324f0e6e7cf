/** A text as Excel opens it without asking: UTF-8 with a byte order mark, CRLF, quoted after RFC 4180. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

// What begins like a formula would be run by a spreadsheet; an apostrophe makes it words.
const FORMULA = /^'*[=+\-@\t\r\n]/u
const NUMBER = /^-?\d+(\.\d+)?$/u

function cell(value: string): string {
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
