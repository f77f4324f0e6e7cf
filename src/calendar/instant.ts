import { Temporal } from 'temporal-polyfill'

/** The database's and JavaScript's way of writing an instant. */
export const toDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)

export const toInstant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime())

/** A local date as a `DATE` column holds it. */
export const toDateColumn = (date: Temporal.PlainDate): Date => new Date(`${date.toString()}T00:00:00Z`)

export const fromDateColumn = (column: Date): Temporal.PlainDate => Temporal.PlainDate.from(writtenDate(column))

/** `YYYY-MM-DD`. */
export const writtenDate = (column: Date): string => column.toISOString().slice(0, 10)
