/** One line of a plan. `from: ''`: it is added; `to: ''`: it is taken away or emptied. */
export interface ChangeLine {
  readonly what: string
  readonly from: string
  readonly to: string
}
