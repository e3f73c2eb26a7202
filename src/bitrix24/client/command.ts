/** A value of a parameter, as JSON has it. In a batch it travels as text: booleans become 1 and 0, `null` becomes '' (`bitrix24-rest.md §1.5`). */
export type ParamValue = string | number | boolean | null | readonly ParamValue[] | Params

export interface Params {
  readonly [name: string]: ParamValue
}

/** One method with its parameters. */
export interface Command {
  readonly method: string
  readonly params: Params
  /** How many records it writes, where that is more than one (`crm.item.batchImport`): the size of a batch counts by it. */
  readonly weight?: number
}
