import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { DiffInput } from './diff-card.ts'
import { diffFields, type FieldsDiff } from './diff-fields.ts'
import { heldOfCard } from './held-value.ts'

type CardInput = Pick<DiffInput, 'now' | 'base' | 'held' | 'rules' | 'alwaysCleared' | 'compare'>

/**
 * Fields of the card itself. Title and responsible never become empty; of a contact, name and last name not both
 * (`bitrix24-rest.md §2.7`): where both would be, neither goes.
 */
export function diffCardFields(input: CardInput): FieldsDiff {
  const found = diffWithout(never, input)
  return isNameless(found, input.held) ? diffWithout([...never, ...names], input) : found
}

const never: readonly string[] = ['title', 'assignedById']
const names: readonly string[] = ['name', 'lastName']

function diffWithout(
  uncleared: readonly string[],
  { now, base, held, rules, alwaysCleared = [], compare }: CardInput,
): FieldsDiff {
  return diffFields({
    of: 'card',
    now: now.fields,
    base: base?.fields ?? null,
    held: (field) => heldOfCard(held, field),
    initial: now.initial,
    alwaysCleared,
    canBeCleared: (field) => !uncleared.includes(field),
    rules,
    compare,
  })
}

function isNameless({ fields }: FieldsDiff, held: HeldCard): boolean {
  const isTouched = names.some((name) => fields[name] !== undefined)
  return held.entity === 'contact' && isTouched && names.every((name) => (fields[name] ?? heldOfCard(held, name)) === '')
}
