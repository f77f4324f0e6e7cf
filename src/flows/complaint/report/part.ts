import type { Part } from '../part.ts'

export const report: Part = {}
