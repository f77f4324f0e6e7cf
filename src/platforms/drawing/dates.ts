export const isDate = (value: string | undefined): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value ?? '') && !Number.isNaN(Date.parse(value ?? ''))

export const isTime = (value: string | undefined): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(value ?? '')
