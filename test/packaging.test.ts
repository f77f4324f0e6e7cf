import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { variableNames } from '../src/config.ts'
import { flows } from '../src/flows.ts'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const isThere = (path: string) => existsSync(fileURLToPath(new URL(path, root)))
const allMatches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts

describe('the image', () => {
  const instructions = read('Dockerfile').replaceAll('\\\n', '').split('\n')
  const wordsOf = (instruction: string) =>
    instructions.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.split(/\s+/).slice(1))
  const copies = wordsOf('COPY').map((words) => ({
    stage: words.find((word) => word.startsWith('--from='))?.slice('--from='.length),
    paths: words.filter((word) => !word.startsWith('--')).slice(0, -1),
  }))

  it('is built of files that are there and that the build is given', () => {
    const given = read('.dockerignore').split('\n')
    const paths = copies.filter(({ stage }) => !stage).flatMap((copy) => copy.paths)

    expect(paths).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'src', 'prisma']))
    expect(paths.filter((path) => !isThere(path))).toEqual([])
    expect(paths.filter((path) => !given.includes(`!${path}`))).toEqual([])
  })

  it('takes from the stage before only what that stage was given or has built', () => {
    const stages = wordsOf('FROM').flatMap(([, , name]) => name ?? [])
    const had = copies.filter(({ stage }) => !stage).flatMap((copy) => copy.paths)
    const taken = copies.filter(({ stage }) => stage)

    expect(taken.filter(({ stage = '' }) => !stages.includes(stage))).toEqual([])
    for (const path of taken.flatMap((copy) => copy.paths.map((path) => path.replace('/app/', '')))) {
      expect([...had, 'node_modules', 'dist']).toContain(path.split('/')[0])
      expect(isThere(path)).toBe(true)
    }
  })

  it('runs scripts that are there', () => {
    const run = wordsOf('RUN').flatMap((words) => allMatches(words.join(' '), /npm run ([\w:]+)/g))

    expect(run.filter((name) => !scripts[name])).toEqual([])
    expect(instructions.at(-2)).toBe('CMD ["node", "dist/main.js"]')
  })

  it('sets only variables that Drumbeat reads', () => {
    const set = wordsOf('ENV')
      .flat()
      .map((pair) => pair.split('=')[0] ?? '')

    expect(set.length).toBeGreaterThan(0)
    expect(set.filter((name) => !variableNames.includes(name))).toEqual([])
  })

  it('runs as an ordinary user, on a Node that is named, and tells whether it is well', () => {
    expect(wordsOf('USER')).toEqual([['node']])
    expect(wordsOf('FROM').map(([image]) => image)).toEqual(['node:24-slim', 'node:24-slim'])
    expect(wordsOf('HEALTHCHECK').flat().join(' ')).toContain('/healthz')
  })
})

describe('compose', () => {
  const text = read('compose.yaml')
  const [shared = '', services = ''] = text.split(/^services:$/m)
  const parts =
    services
      .split(/^volumes:$/m)[0]
      ?.split(/^ {2}(?=\w+:$)/m)
      .slice(1) ?? []

  it('runs a web, two workers, PostgreSQL and Redis', () => {
    expect(parts.map((part) => part.split(':')[0])).toEqual(['web', 'worker', 'postgres', 'redis'])
    expect(text).toMatch(/ROLE: worker\n {4}deploy:\n {6}replicas: 2\n/)
  })

  it('sets and asks for only variables that Drumbeat or PostgreSQL reads', () => {
    const known = [...variableNames, 'POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB']
    const set = allMatches(text, /^ +([A-Z][A-Z_]+):/gm)
    const asked = allMatches(text, /\$\{([A-Z_]+)/g)

    expect(set).toEqual(expect.arrayContaining(['ROLE', 'DATABASE_URL', 'REDIS_URL', 'SLACK_BOT_TOKEN']))
    expect([...set, ...asked].filter((name) => !known.includes(name))).toEqual([])
  })

  it('waits for databases that say they are well, and names their versions', () => {
    const theirs = parts.filter((part) => part.includes(' image: '))

    expect(shared.match(/condition: service_healthy/g)).toHaveLength(2)
    expect(theirs.map((part) => part.match(/image: (\w+):\d+\n/)?.[1])).toEqual(['postgres', 'redis'])
    expect(theirs.filter((part) => !part.includes('healthcheck:'))).toEqual([])
  })
})

describe('the README', () => {
  const text = read('README.md')

  it('names only scripts that are there', () => {
    const named = allMatches(text, /npm run ([\w:-]+)/g)

    expect(named.filter((name) => !scripts[name])).toEqual([])
  })

  it('names only variables that Drumbeat reads', () => {
    const named = allMatches(text, /\b([A-Z][A-Z_]+)=/g).filter((name) => name !== 'POSTGRES_PASSWORD')

    expect(named.filter((name) => !variableNames.includes(name))).toEqual([])
  })

  it('links only to files that are there', () => {
    const links = allMatches(text, /\]\((?!https?:)([^)#]+)\)/g)

    expect(links.filter((path) => !isThere(path))).toEqual([])
  })

  it('lists exactly the commands that there are', () => {
    const listed = [...text.matchAll(/`\/(\w+) (\w+)`/g)].map(([, flow, command]) => `/${flow} ${command}`)
    const commands = flows.flatMap((flow) =>
      Object.keys(flow.commands).map((command) => `/${flow.word ?? flow.name} ${command}`),
    )

    expect([...new Set(listed)].sort()).toEqual(commands.filter((command) => !command.endsWith(' ')).sort())
  })
})

describe('the lock file', () => {
  it('holds the optional packages of every platform, so that `npm ci` works on each of them', () => {
    type Locked = { optionalDependencies?: Record<string, string> }
    const packages: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    )

    expect(missing).toEqual([])
  })
})
