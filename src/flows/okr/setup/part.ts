import type { Part } from '../part.ts'

export const setup: Part = {}
