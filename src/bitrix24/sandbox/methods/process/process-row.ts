import type { MethodContext } from '../../method.ts'
import type { PortalState, Row } from '../../state.ts'
import { addCategory } from '../directory/add-category.ts'
import { failures } from '../failures.ts'
import { integerOf, isYes, listOf, recordOf, textOf } from '../params.ts'
import { nextId } from '../store/store.ts'

type Given = Readonly<Record<string, unknown>>

/** A process as a call wants it, with the pipeline and the stages that every new one has (crm-type-add.md). */
export function newProcess(fields: Given, context: MethodContext): Row {
  const { state, userId } = context
  const title = textOf(fields['title']).trim()
  if (title === '') throw failures.badArgument("Field 'title' is required")
  const entityTypeId = fields['entityTypeId'] === undefined ? freeEntityTypeId(state) : integerOf(fields['entityTypeId'])
  checkEntityTypeId(entityTypeId, state)
  const now = context.now()
  const stageDirectory = (categoryId: number) => `DYNAMIC_${entityTypeId}_STAGE_${categoryId}`
  addCategory(state, { entityTypeId, name: 'Общая', isDefault: true, sort: 500, stageDirectory })
  return {
    id: nextId(state, 'process'),
    title,
    code: '',
    createdBy: userId,
    entityTypeId,
    customSectionId: null,
    ...Object.fromEntries(flags.map((flag) => [flag, yesNo(fields[flag] ?? (flag === 'isSetOpenPermissions' ? 'Y' : 'N'))])),
    createdTime: now,
    updatedTime: now,
    updatedBy: userId,
    relations: withClients(givenRelations(fields['relations']), fields['isClientEnabled']),
    linkedUserFields: {},
    customSections: [],
  }
}

/** The row after a change; it is a new one, so that what was made of the old one is not taken for it. */
export function changedProcess(held: Row, fields: Given, { userId, now }: MethodContext): Row {
  const given = flags.filter((flag) => fields[flag] !== undefined).map((flag) => [flag, yesNo(fields[flag])] as const)
  const changed: Row = { ...held, ...Object.fromEntries(given), updatedTime: now(), updatedBy: userId }
  const relations = fields['relations'] === undefined ? ownRelations(held['relations']) : givenRelations(fields['relations'])
  const title = textOf(fields['title']).trim()
  return { ...changed, ...(title !== '' && { title }), relations: withClients(relations, changed['isClientEnabled']) }
}

/** Switches of a process, in the order in which it is told. */
const flags = [
  ...['isCategoriesEnabled', 'isStagesEnabled', 'isBeginCloseDatesEnabled', 'isClientEnabled', 'isUseInUserfieldEnabled'],
  ...['isLinkWithProductsEnabled', 'isMycompanyEnabled', 'isDocumentsEnabled', 'isSourceEnabled', 'isObserversEnabled'],
  ...['isRecyclebinEnabled', 'isAutomationEnabled', 'isBizProcEnabled', 'isSetOpenPermissions', 'isPaymentsEnabled'],
  'isCountersEnabled',
] as const

/** Even and not below 1030, or 128 to 192 (`bitrix24-rest.md §2.1`). */
function checkEntityTypeId(id: number, { types = [] }: PortalState): void {
  const isInRange = (id >= 128 && id <= 192) || (id >= 1030 && id % 2 === 0)
  if (!isInRange || types.some((row) => row['entityTypeId'] === id)) {
    throw failures.badArgument('entityTypeId is out of allowed range')
  }
}

function freeEntityTypeId({ types = [] }: PortalState): number {
  return Math.max(1028, ...types.map((row) => integerOf(row['entityTypeId']))) + 2
}

interface Relations {
  readonly parent: readonly Row[]
  readonly child: readonly Row[]
}

/** "Y" and "N" do not work here, "true" does (crm-type-add.md). */
function givenRelations(given: unknown): Relations {
  const side = (name: keyof Relations) =>
    relationRows(given, name)
      .filter((relation) => integerOf(relation['entityTypeId']) > 0)
      .map((relation) => ({
        entityTypeId: integerOf(relation['entityTypeId']),
        isChildrenListEnabled: textOf(relation['isChildrenListEnabled']) === 'true' ? 'Y' : 'N',
        isPredefined: 'N',
      }))
  return { parent: side('parent'), child: side('child') }
}

function ownRelations(held: unknown): Relations {
  const own = (name: keyof Relations) => relationRows(held, name).filter((relation) => relation['isPredefined'] !== 'Y')
  return { parent: own('parent'), child: own('child') }
}

/** Clients are parents of a process that has them. */
function withClients({ parent, child }: Relations, isClientEnabled: unknown): Relations {
  const clients = isYes(isClientEnabled) ? [3, 4] : []
  const predefined = clients.map((entityTypeId) => ({ entityTypeId, isChildrenListEnabled: 'Y', isPredefined: 'Y' }))
  return { parent: [...predefined, ...parent], child }
}

function relationRows(relations: unknown, name: keyof Relations): readonly Row[] {
  return (listOf(recordOf(relations)?.[name]) ?? []).map((relation) => recordOf(relation) ?? {})
}

function yesNo(value: unknown): 'Y' | 'N' {
  return isYes(value) ? 'Y' : 'N'
}
