import { readFileSync, writeFileSync } from 'node:fs'

// Loaded before a worker of ours (`node --import`): at its end it tells what the whole process took.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: ownPeak() ?? maxRSS * 1024 }
  writeFileSync(process.env['OBMEN24_BENCH_USAGE']!, JSON.stringify(usage))
})

// `maxRSS` counts the parent too: on Linux a child begins as its copy. The kernel keeps the peak of the program itself here.
function ownPeak(): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}
