import { readFileSync } from 'node:fs'
import type { Usage } from './measure.ts'

/** Looks at a running process through /proc every few milliseconds; where there is no /proc, it learns nothing. */
export function watchProcess(pid: number): { stop(): Usage } {
  let last: Usage = { cpuMs: null, peakBytes: null }
  const look = () => (last = lookAt(pid) ?? last)
  const timer = setInterval(look, 5)
  look()
  return {
    stop() {
      clearInterval(timer)
      return last
    },
  }
}

function lookAt(pid: number): Usage | null {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    // utime and stime, in hundredths of a second; the name before them stands in brackets and may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {
      cpuMs: (Number(fields[11]) + Number(fields[12])) * 10,
      peakBytes: kilobytes === undefined ? null : Number(kilobytes) * 1024,
    }
  } catch {
    return null
  }
}
