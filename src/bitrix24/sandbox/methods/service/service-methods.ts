import type { MethodDefinition } from '../../method.ts'
import { param, textOf } from '../params.ts'

/** What a portal tells of itself, without a scope (`bitrix24-rest.md §10`). `all`: every method there is, these included. */
export function serviceMethods(all: () => readonly MethodDefinition[]): readonly MethodDefinition[] {
  return [
    method('profile', (_params, { state, userId, isAdmin }) => {
      const user = state.users.find((row) => Number(row['ID']) === userId)
      const text = (name: string) => textOf(user?.[name])
      return {
        result: {
          ID: String(userId),
          ADMIN: isAdmin,
          NAME: text('NAME'),
          LAST_NAME: text('LAST_NAME'),
          PERSONAL_GENDER: text('PERSONAL_GENDER'),
          TIME_ZONE: text('TIME_ZONE'),
        },
      }
    }),
    method('scope', (_params, { scopes }) => ({ result: scopes })),
    method('server.time', (_params, context) => ({ result: context.now() })),
    method('methods', (_params, { scopes }) => ({
      result: all().flatMap(({ name, scope }) => (scope === '' || scopes.includes(scope) ? [name] : [])),
    })),
    method('method.get', (params, { scopes }) => {
      const wanted = textOf(param(params, 'name')).toLowerCase()
      const found = all().find(({ name }) => name.toLowerCase() === wanted)
      const isAvailable = found !== undefined && (found.scope === '' || scopes.includes(found.scope))
      return { result: { isExisting: found !== undefined, isAvailable } }
    }),
    method('feature.get', () => ({ result: { value: 'Y' } })),
  ]
}

function method(name: string, run: MethodDefinition['run']): MethodDefinition {
  return { name, scope: '', seconds: 0.01, run }
}
