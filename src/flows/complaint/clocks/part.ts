import type { Part } from '../part.ts'

export const clocks: Part = {}
