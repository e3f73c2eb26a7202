/** Phone, e-mail or site of a company or contact card. `type` as Bitrix24 names it (`bitrix24-rest.md §3`). */
export interface ContactPoint {
  readonly type: 'WORK' | 'MOBILE' | 'FAX' | 'HOME' | 'PAGER' | 'MAILING' | 'OTHER'
  readonly value: string
}
