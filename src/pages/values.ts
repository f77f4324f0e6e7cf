import express, { type Request, type Response } from 'express'
import multer from 'multer'
import { soundText } from '../chat/sound-text.ts'
import type { Admitted } from './admit.ts'

export type Exchange = { request: Request<{ token: string }>; response: Response }

/** Room for the longest note in Chinese, of which each character takes nine bytes on the way. */
const formBody = express.urlencoded({ extended: false, limit: '32kb', type: () => true })
const MOST_FIELDS = 20

/** What was filled in, files as their text. It is read after the link was found to be good: nobody else sends us files. */
export async function valuesIn({ page }: Admitted, { request, response }: Exchange): Promise<Record<string, string>> {
  const files = page.takesFiles && request.is('multipart/form-data') ? filesBody(page.takesFiles.bytes) : formBody
  await new Promise<void>((resolve, reject) => {
    files(request as Request, response, (error?: unknown) => (error ? reject(asTooLong(error)) : resolve()))
  })
  const typed = Object.entries((request.body ?? {}) as Record<string, string | string[]>)
  const sent = Array.isArray(request.files) ? request.files : []
  return Object.fromEntries([
    ...typed.map(([name, value]) => [name, textOf(value)]),
    ...sent
      .filter(({ size }) => size > 0)
      .map(({ fieldname, buffer }) => [fieldname, soundText(buffer.toString('utf8'))]),
  ])
}

/** What multer refuses is more than was allowed. */
const asTooLong = (error: unknown): unknown =>
  error instanceof multer.MulterError ? Object.assign(error, { status: 413 }) : error

const filesBody = (bytes: number) =>
  multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: bytes, files: 1, fields: MOST_FIELDS, fieldSize: bytes },
  }).any()

/** Of a field that was sent twice the last counts; line breaks as we keep them. */
const textOf = (value: string | string[]): string => soundText([value].flat().at(-1) ?? '').replaceAll('\r\n', '\n')
