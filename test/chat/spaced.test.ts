import { expect, it } from 'vitest'
import { spaced } from '../../src/chat/spaced.ts'

it.each([
  [spaced`只有负责人${'Mira Falkenrath'}或管理员可以`, '只有负责人 Mira Falkenrath 或管理员可以'],
  [spaced`只有负责人${'陈梅'}或管理员可以`, '只有负责人陈梅或管理员可以'],
  [spaced`${'Ada'}是访客`, 'Ada 是访客'],
  [spaced`你已跳过${'3月2日（周一）'}的“${'Daily'}”。`, '你已跳过 3月2日（周一）的“Daily”。'],
  [spaced`连续 ${3} 次`, '连续 3 次'],
  [spaced`共${3}次`, '共 3 次'],
  [spaced`前${''}后`, '前后'],
])('puts a space only where Latin letters or digits meet Chinese: %s', (said, wanted) => {
  expect(said).toBe(wanted)
})
