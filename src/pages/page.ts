import type { Locale } from '../chat/locale.ts'
import type { Context } from '../flow.ts'

/** A page for people without an account, behind a signed link; the subject is what the link was made for. */
export type Page = {
  /** Changes nothing: mail scanners open links. */
  show: (ctx: Context, subject: string) => Promise<Sheet>
  submit: (ctx: Context, subject: string, values: Readonly<Record<string, string>>) => Promise<Sheet>
  /** How large what is sent may be, and how long it may take, where that is more than a form's words. */
  takesFiles?: { bytes: number; withinSeconds: number }
  /** The reader's language, for what is said without the page's help; null when it is not known. */
  localeOf?: (ctx: Context, subject: string) => Promise<Locale | null>
}

/** What stands on it. It works without JavaScript. */
export type Sheet = {
  locale: Locale
  title: string
  paragraphs: readonly string[]
  items?: readonly string[]
  /** Gone: the link has done its work. */
  status?: 200 | 410 | 422
  form?: { submit: string; fields: readonly SheetField[] }
}

export type SheetField = { name: string; label: string; error?: string } & (
  | { kind: 'choice'; options: readonly { value: string; label: string }[]; value?: string }
  | { kind: 'text'; maxLength: number; value?: string }
  /** Its text comes back under its name; only a page that takes files has one. */
  | { kind: 'file'; accepts: string }
  | { kind: 'hidden'; value: string }
)
