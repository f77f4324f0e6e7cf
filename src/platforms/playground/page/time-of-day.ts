const WITH_SIGN = /^(\d{1,2})(?:[:：.h点时](\d{2})?分?)?\s*(am|pm)?$/i
const FIGURES_ONLY = /^(\d{1,2})(\d{2})$/

/** `9`, `930`, `9.30`, `9点30分` and `9:30 am` as `09:30`; what is no time of day stays as it was typed. */
export function timeOfDay(typed: string): string {
  const text = typed.trim()
  const [, hours, minutes = '00', half] = FIGURES_ONLY.exec(text) ?? WITH_SIGN.exec(text) ?? []
  if (hours === undefined) return typed
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours)
  return hour > 23 || Number(minutes) > 59 ? typed : `${String(hour).padStart(2, '0')}:${minutes}`
}
