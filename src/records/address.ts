/** Postal address as 1C keeps it: the whole text, and whatever parts it was taken apart into (often dirty). */
export interface Address {
  readonly use: 'actual' | 'legal' | 'delivery' | 'postal' | 'other'
  /** `Представление`: the whole address in one line. */
  readonly text: string
  readonly postalCode: string
  readonly country: string
  /** Область, край, республика. */
  readonly region: string
  /** Район of a region. */
  readonly district: string
  readonly city: string
  readonly settlement: string
  readonly street: string
  readonly house: string
  readonly building: string
  readonly flat: string
}
