import { describe, expect, it } from 'vitest'
import { circleFrom, filesBelow, type Import, importsIn, read } from './support/source-tree.ts'

type Rule = { rule: string; from: RegExp; refuses: (found: Import) => boolean }

const files = ['src', 'prisma', 'test', 'bench'].flatMap(filesBelow).filter((path) => /\.(ts|tsx|js|css)$/.test(path))
const product = files.filter((path) => /^src\/.*\.tsx?$/.test(path))
const imports = product.flatMap((path) => importsIn(path, read(path)))

const isOurs = (path: string) => path.startsWith('src/')
const isRules = (path: string) => /\/rules(\.ts$|\/)/.test(path)
const flowOf = (path: string) => path.match(/^src\/flows\/([^/]+)\//)?.[1]
const isIn = (path: string, ...places: string[]) =>
  places.some((place) => path === `src/${place}.ts` || path.startsWith(`src/${place}/`))

const RULES: readonly Rule[] = [
  {
    rule: 'chat/ imports nothing outside itself',
    from: /^src\/chat\//,
    refuses: ({ to }) => !isIn(to, 'chat'),
  },
  {
    rule: 'calendar/ imports nothing outside itself but the libraries of time',
    from: /^src\/calendar\//,
    refuses: ({ to }) =>
      !isIn(to, 'calendar') && !/^(temporal-polyfill|date-holidays|chinese-days|node:module)(\/|$)/.test(to),
  },
  {
    rule: 'rules are pure: at run time they know other rules, the calendar and the neutral words of chat',
    from: /\/rules(\.ts$|\/)/,
    refuses: ({ to, typesOnly }) =>
      !typesOnly && !isRules(to) && !isIn(to, 'calendar', 'chat') && !['temporal-polyfill', 'decimal.js'].includes(to),
  },
  {
    rule: 'cards are drawn without asking anybody',
    from: /\/cards(\.ts$|\/)/,
    refuses: ({ to, typesOnly }) => !typesOnly && isIn(to, 'people', 'timers', 'outbox', 'audit', 'database', 'router'),
  },
  {
    rule: 'flows do not know platforms, queues, the web or whoever runs them',
    from: /^src\/flows\//,
    refuses: ({ to, typesOnly }) =>
      isIn(to, 'platforms', 'queue') ||
      (isIn(to, 'router', 'main', 'web', 'worker', 'config', 'flows') && !typesOnly && !flowOf(to)) ||
      /^(@slack\/|botbuilder|bullmq|ioredis|express)/.test(to),
  },
  {
    rule: "another flow's rules are its only door",
    from: /^src\/flows\/[^/]+\//,
    refuses: ({ from, to }) => flowOf(to) !== undefined && flowOf(to) !== flowOf(from) && !isRules(to),
  },
  {
    rule: 'platforms know neither flows nor queues nor each other, but how all of them draw',
    from: /^src\/platforms\//,
    refuses: ({ from, to }) =>
      isIn(to, 'flows', 'queue') ||
      (/^src\/platforms\/[^/]+\//.test(to) && ![from.split('/')[2], 'drawing'].includes(to.split('/')[2])),
  },
  {
    rule: 'what flows stand on does not know flows, platforms or queues',
    from: /^src\/(people|timers|outbox|escalation|audit|database|calendar|chat)\//,
    refuses: ({ to, typesOnly }) =>
      (isIn(to, 'flows', 'router', 'queue', 'web', 'worker', 'main') && !typesOnly) || isIn(to, 'platforms'),
  },
  {
    rule: 'the router does not know platforms by name, nor who runs it',
    from: /^src\/router\//,
    refuses: ({ to }) => isIn(to, 'platforms', 'web', 'worker', 'main'),
  },
  onlyIn('src/queue/', ['bullmq', 'ioredis']),
  onlyIn('src/platforms/slack/', ['@slack']),
  onlyIn('src/platforms/teams/botbuilder.ts', ['botbuilder']),
  onlyIn('src/platforms/playground/page/', ['preact']),
  onlyIn('src/database/', ['@prisma']),
  onlyIn('src/calendar/', ['date-holidays', 'chinese-days']),
  onlyIn('src/pictures/', ['@resvg']),
  {
    rule: "the page takes nothing but types from the program's side, and nobody takes anything from the page",
    from: /^src\//,
    refuses: ({ from, to, typesOnly }) =>
      isIn(from, 'platforms/playground/page')
        ? !typesOnly && !isIn(to, 'platforms/playground/page', 'chat') && !/^preact(\/|$)/.test(to)
        : isIn(to, 'platforms/playground/page'),
  },
]

describe('the direction of dependencies', () => {
  for (const { rule, from, refuses } of RULES) {
    it(rule, () => {
      const broken = imports.filter((found) => from.test(found.from) && refuses(found))

      expect(broken.map((found) => `${found.from} imports ${found.to}`)).toEqual([])
    })
  }

  it('has no circles at run time', () => {
    const running = imports.filter((found) => !found.typesOnly)

    expect(product.flatMap((path) => circleFrom(path, running))).toEqual([])
  })

  it('is read from the files as they are', () => {
    expect(imports.length).toBeGreaterThan(product.length)
    expect(
      imports.map(({ to }) => to).filter((to) => isOurs(to) && !isIn(to, 'generated') && !files.includes(to)),
    ).toEqual([])
    expect(importsIn('src/a/b.ts', SAMPLE)).toEqual([
      { from: 'src/a/b.ts', to: 'src/a/c.ts', typesOnly: true },
      { from: 'src/a/b.ts', to: 'src/d.ts', typesOnly: false },
      { from: 'src/a/b.ts', to: 'src/e.ts', typesOnly: true },
      { from: 'src/a/b.ts', to: '@slack/bolt', typesOnly: false },
      { from: 'src/a/b.ts', to: 'src/f.ts', typesOnly: false },
      { from: 'src/a/b.ts', to: 'g', typesOnly: false },
      { from: 'src/a/b.ts', to: 'h/data.json', typesOnly: false },
    ])
  })
})

describe('the files', () => {
  it.each([
    { what: 'the environment', words: /process\.env/, only: /^src\/config\.ts$/ },
    {
      what: 'a clock',
      words: /new Date\(\)|Date\.now\(|Temporal\.Now/,
      only: /^src\/(main|clock|tick)\.ts$|^src\/platforms\//,
    },
  ])('read $what nowhere else', ({ words, only }) => {
    expect(product.filter((path) => !only.test(path) && words.test(read(path)))).toEqual([])
  })

  it('of flows neither name a chat product nor ask which one it is', () => {
    const asking = /\b(slack|teams)\b|\bplatform\b\s*[!=]==/i

    expect(product.filter((path) => flowOf(path) && asking.test(read(path)))).toEqual([])
  })

  it('have at most 200 lines', () => {
    const written = files.filter((path) => !path.startsWith('test/'))

    expect(written.filter((path) => read(path).split('\n').length > 201)).toEqual([])
  })

  it('are named for what is in them', () => {
    const vague = /(^|\/)(index\.tsx?$|(utils?|helpers?|common|services|managers)(\/|\.tsx?$))/
    const shouting = /[A-Z_]/

    expect(files.filter((path) => vague.test(path) || shouting.test(path))).toEqual([])
  })
})

const SAMPLE = `
import type { C } from './c.ts'
import { d, type D } from '../d.ts'
export type { E } from '../e.ts'
import {
  App,
} from '@slack/bolt'
const f = await import('../f.ts')
const g = createRequire(import.meta.url)('g')
const h = requireLazily('h/data.json')
`

function onlyIn(place: string, names: readonly string[]): Rule {
  return {
    rule: `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} imported in ${place} only`,
    from: /^src\//,
    refuses: ({ from, to }) =>
      !from.startsWith(place) && names.some((name) => to === name || to.startsWith(`${name}/`)),
  }
}
