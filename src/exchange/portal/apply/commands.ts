import type { Command } from '../../../bitrix24/client/command.ts'
import type { Change } from '../../../bitrix24/crm/change.ts'
import { changeCommand, createCommand } from '../../../bitrix24/crm/change-command.ts'
import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import type { Directories } from '../../../bitrix24/crm/load-directories.ts'
import { isCrm } from '../plan/open-card.ts'
import type { Step } from './work.ts'

/** A command and the steps that it carries, in the order of its records. */
export interface StepCommand {
  readonly command: Command
  readonly steps: readonly Step[]
}

type Create = Extract<Change, { kind: 'create' }>

export interface CommandOptions {
  readonly automation: boolean
  readonly directories: Directories
  /** The file of the steps, in base64. */
  readonly file?: string
}

/** The fewest commands for the steps: new cards go twenty to a command, unless automation rules have to see each. */
export function commandsOf(steps: readonly Step[], { automation, directories, file }: CommandOptions) {
  const commands: StepCommand[] = []
  const creates = steps.filter(({ change }) => change.kind === 'create')
  const size = automation ? 1 : importSize
  for (const group of Map.groupBy(creates, ({ change }) => (change as Create).entity).values()) {
    for (let at = 0; at < group.length; at += size) {
      const part = group.slice(at, at + size)
      commands.push({
        command: createCommand(
          part.map(({ change }) => change as Create),
          { automation },
          directories,
        ),
        steps: part,
      })
    }
  }
  for (const step of steps) {
    const { change, work } = step
    if (change.kind === 'create') continue
    const ids = {
      ...(work.cardId === null ? {} : { cardId: work.cardId }),
      ...(work.requisiteId === null ? {} : { requisiteId: work.requisiteId }),
      entity: ownerOf(step),
      ...(file === undefined ? {} : { files: () => file }),
    }
    commands.push({ command: changeCommand(change, ids, directories), steps: [step] })
  }
  return commands
}

/** A file belongs to the card that its change names. */
function ownerOf({ work, change }: Step): CrmEntity {
  const { entity } = work.open.told
  if (isCrm(entity)) return entity
  if ('entity' in change) return change.entity
  throw new Error(`${change.kind} is no change of a file`)
}

// `crm.item.batchImport` takes no more (`bitrix24-rest.md §2.2`).
const importSize = 20
