/**
 * Raised by Ctrl-C or a request to end: the work that has begun is finished first. A second Ctrl-C ends at once, which is
 * safe too: the next start goes on where this one stopped. A second SIGTERM is no second request: service managers send it
 * to the launcher and to its child. Only a command that stays asks for it; the others end at once, as everybody expects.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  let asked = false
  const hurry = () => {
    if (asked) process.exit(130)
    asked = true
    controller.abort()
  }
  process.on('SIGINT', hurry)
  process.on('SIGBREAK', hurry)
  process.on('SIGTERM', () => controller.abort())
  return controller.signal
}
