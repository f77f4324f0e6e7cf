import type { Part } from '../part.ts'

export const review: Part = {}
