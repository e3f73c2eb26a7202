/** A contact that is neither phone nor e-mail: site, messenger, `Прочее`. `type` as the file named it. */
export interface OtherContact {
  readonly type: string
  readonly text: string
}
