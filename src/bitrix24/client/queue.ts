/** Runs what it is given one after another, in the order it was given. */
export function openQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const mine = last.then(task)
    // A task that threw has told its own caller; the next one is let in all the same.
    last = mine.catch(() => undefined)
    return mine
  }
}
