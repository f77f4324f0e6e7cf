import type { Part } from '../part.ts'

export const path: Part = {}
