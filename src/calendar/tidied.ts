const SIMPLIFIED: Readonly<Record<string, string>> = {
  週: '周',
  禮: '礼',
  後: '后',
  點: '点',
  時: '时',
  號: '号',
  兩: '两',
}

/** What was typed, ready to be read: half-width, in lower case, simplified where dates need it, single spaces. */
export function tidied(text: string): string {
  const simplified = text.normalize('NFKC').replace(/[週禮後點時號兩]/g, (sign) => SIMPLIFIED[sign] ?? sign)
  return simplified.trim().toLowerCase().replace(/\s+/g, ' ')
}
