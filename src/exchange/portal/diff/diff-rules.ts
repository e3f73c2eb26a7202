import type { CardRules } from '../told-card.ts'

/** The settings that decide whose value counts. */
export type DiffRules = Pick<CardRules, 'conflict' | 'blanks'>
