/** The lines of defence beside the business itself, as roles. */
export const LINES = ['risk', 'audit'] as const
export type Line = (typeof LINES)[number]

const ROLE_WORDS: Record<Line, readonly string[]> = {
  risk: ['risk', '风险', '风控', '第二道防线'],
  audit: ['audit', 'auditor', '审计', '第三道防线'],
}
const OFF = ['off', 'revoke', '取消', '收回', '撤销']

/** `risk @rob`, `审计 @udo 取消`: which role, and whether it is taken back; null when it is something else. */
export function readRoleLine(words: readonly string[]): { role: Line; isOff: boolean } | null {
  const [typed = '', rest = '', ...more] = words.map((word) => word.normalize('NFKC').toLowerCase())
  const role = LINES.find((line) => ROLE_WORDS[line].includes(typed))
  if (!role || more.length > 0 || (rest !== '' && !OFF.includes(rest))) return null
  return { role, isOff: rest !== '' }
}
