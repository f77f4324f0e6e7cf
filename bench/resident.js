import { readFileSync } from 'node:fs'

const EVERY_MS = 50

/** The most that a process holds from now on, in kilobytes. */
export function watchMemory(pid) {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, residentKilobytes(pid))
  }
  const timer = setInterval(look, EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      return peak
    },
  }
}

export const residentKilobytes = (pid) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])
