import type { Part } from '../part.ts'
import { addKeyResultByApi } from './add-key-result.ts'
import { checkInByApi } from './check-in.ts'
import { listCheckIns } from './list-check-ins.ts'
import { listKeyResults } from './list-key-results.ts'

export const forPrograms: Part = {
  api: {
    'okr/key-results': { get: listKeyResults, post: addKeyResultByApi },
    'okr/check-ins': { get: listCheckIns, post: checkInByApi },
  },
}
