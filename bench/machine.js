import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'

/** What the figures depend on: the processor, the memory, Node, and how busy the machine was beforehand. */
export function describeMachine() {
  const model = cpus()[0]?.model.trim() || 'unknown processor'
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `${availableParallelism()} × ${model}, ${gigabytes} GB, ${platform()} ${arch()}, Node ${process.version}; load before: ${load}`
}
