import { readFileSync, renameSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import type { PortalState } from './state.ts'

/** Where a portal comes from that is opened with a file. `broken`: what could not be read was put aside as `….broken`. */
export type LoadedState =
  | { readonly kind: 'kept'; readonly state: PortalState }
  | { readonly kind: 'new' }
  | { readonly kind: 'broken'; readonly aside: string }

export function loadState(path: string): LoadedState {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'new' }
    throw error
  }
  const state = parseState(text)
  if (state !== null) return { kind: 'kept', state }
  const aside = `${path}.broken`
  renameSync(path, aside)
  return { kind: 'broken', aside }
}

export interface StateKeeper {
  /** Written down a moment later, with whatever else changes until then. */
  changed(): void
  /** Writes what is not written yet. */
  close(): Promise<void>
}

/** Keeps the file one moment behind the state; it is whole at any time. */
export function keepState(path: string, state: PortalState, delayMs = 500): StateKeeper {
  let timer: NodeJS.Timeout | null = null
  let isStale = false
  let writing: Promise<void> = Promise.resolve()
  const write = () => {
    timer = null
    if (!isStale) return
    isStale = false
    const text = JSON.stringify(state)
    writing = writing.then(() => replaceFile(path, text))
    // Told by `close`; a failure before it must not end the program.
    writing.catch(() => undefined)
  }
  return {
    changed() {
      isStale = true
      timer ??= setTimeout(write, delayMs)
    },
    async close() {
      if (timer !== null) clearTimeout(timer)
      write()
      await writing
    },
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temp = `${path}.new`
  const file = await open(temp, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temp, path)
}

function parseState(text: string): PortalState | null {
  try {
    const parsed: unknown = JSON.parse(text)
    const looksRight = typeof parsed === 'object' && parsed !== null && 'items' in parsed && 'webhooks' in parsed
    return looksRight ? (parsed as PortalState) : null
  } catch {
    return null
  }
}
