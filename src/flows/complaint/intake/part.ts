import type { Part } from '../part.ts'

export const intake: Part = {}
