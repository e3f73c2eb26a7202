import type { Home } from '../../../../src/exchange/folder/home.ts'
import type { Ledger } from '../../../../src/ledger/ledger.ts'

/** Thrown out of whatever the process did when it was killed. */
export class Killed extends Error {}

/** When the process dies: before or after its n-th call to the ledger or the portal. */
export interface Death {
  readonly at: number
  readonly after: boolean
}

export interface Watch {
  /** Told the name and the arguments of every call to the ledger itself, when it has come back. */
  called(name: string, args: readonly unknown[], result: unknown): void
}

/**
 * A home whose process is killed at a moment: from then on nothing of it reaches the ledger or the portal any more, and an
 * open transaction is rolled back, as it is when a process goes.
 */
export function mortalHome(home: Home, death: Death | null, watch: Watch): Home {
  let calls = 0
  let isDead = false
  const live = (moment: 'before' | 'after') => {
    if (moment === 'before') calls += 1
    isDead ||= death !== null && calls >= death.at && death.after === (moment === 'after')
    if (isDead) throw new Killed()
  }
  const mortal = <T extends object>(thing: T, told: Watch['called']): T =>
    new Proxy(thing, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value === 'object' && value !== null) return mortal(value, () => undefined)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          live('before')
          const result: unknown = Reflect.apply(value, target, args)
          if (!(result instanceof Promise)) return result
          return result.then((got: unknown) => {
            told(String(name), args, got)
            live('after')
            return got
          })
        }
      },
    })
  const ledger: Ledger = mortal(home.ledger, watch.called)
  return {
    ...home,
    ledger,
    async openPortal() {
      const opened = await home.openPortal()
      return { ...opened, client: mortal(opened.client, () => undefined) }
    },
  }
}
