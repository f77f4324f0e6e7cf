import type { Part } from '../part.ts'

export const transfer: Part = {}
