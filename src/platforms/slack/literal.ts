import { readable } from '../drawing/literal.ts'

/** The text as mrkdwn in which nothing can mention or link. */
export const escaped = (text: string): string =>
  readable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
