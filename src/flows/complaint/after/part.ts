import type { Part } from '../part.ts'

export const after: Part = {}
