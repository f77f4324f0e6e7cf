import type { Part } from '../part.ts'

export const checkIn: Part = {}
