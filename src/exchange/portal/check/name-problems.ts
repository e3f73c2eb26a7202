import type { Directories } from '../../../bitrix24/crm/directories.ts'
import { findStatus } from '../../../bitrix24/crm/find-status.ts'
import { findUser, userName } from '../../../bitrix24/crm/find-user.ts'
import { shortList } from '../../../bitrix24/crm/fold.ts'
import { at, type Problem, problem } from '../../../problems/problem.ts'
import { nearest } from '../../../values/nearest.ts'

/** A responsible person of the settings whom the portal does not know, or knows several of. */
export function userProblems(directories: Directories, user: string, place: string): readonly Problem[] {
  if (user === '') return []
  const found = findUser(directories, user)
  if (found.kind === 'found') return []
  if (found.kind === 'unreadable') return [at(problem('check.users-unreadable'), { setting: place })]
  const known = (found.kind === 'several' ? found.users : (directories.users ?? [])).map(
    (each) => `${userName(each)} (${each.id})`,
  )
  const near = nearest(user, (directories.users ?? []).map(userName)) ?? '—'
  return [at(problem('check.user', { user, near, list: shortList(known) || '—' }), { setting: place })]
}

/** A value of the settings that a directory of the portal does not have. */
export function statusProblems(directories: Directories, directory: string, value: string, place: string): readonly Problem[] {
  if (value === '' || findStatus(directories, directory, value) !== null) return []
  const known = (directories.statuses[directory] ?? []).map(({ name }) => name)
  return [
    at(problem('check.value', { value, near: nearest(value, known) ?? '—', list: shortList(known) || '—' }), { setting: place }),
  ]
}
