import type { Part } from '../part.ts'

export const rhythm: Part = {}
