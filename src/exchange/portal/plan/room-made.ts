import { setImmediate } from 'node:timers/promises'

/**
 * Between two batches of cards, when nothing of the last one is in use any more: only a turn of the event loop lets V8 collect
 * young objects early (`bin.ts`). Without one, a batch is taken for something that lasts, and a hundred thousand cards take
 * twice the memory.
 */
export async function roomMade(): Promise<void> {
  await setImmediate()
}
