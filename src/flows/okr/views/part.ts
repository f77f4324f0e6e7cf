import type { Part } from '../part.ts'

export const views: Part = {}
