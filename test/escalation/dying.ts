import type { Db } from '../../src/database/types.ts'
import type { World } from '../../src/world.ts'

/** The same world in a process that is killed in the middle of each transaction, when it asks the database once more. */
export function dyingWorld(world: World, afterQuestions: number): World {
  const db = new Proxy(world.db, {
    get: (of, name) => {
      const value = Reflect.get(of, name)
      if (name === '$transaction')
        return (work: (db: Db) => unknown, options: object) =>
          of.$transaction(async (tx) => work(dying(tx, { left: afterQuestions })), options)
      return typeof value === 'function' ? value.bind(of) : value
    },
  })
  return { ...world, db }
}

function dying<Asked extends object>(asked: Asked, questions: { left: number }): Asked {
  return new Proxy(asked, {
    get: (of, name) => {
      const value = Reflect.get(of, name)
      if (typeof value === 'function')
        return (...given: unknown[]) => {
          if (questions.left-- === 0) throw new Error('killed')
          return value.apply(of, given)
        }
      return typeof value === 'object' && value !== null ? dying(value, questions) : value
    },
  })
}
