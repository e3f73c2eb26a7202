/** What has an import wizard that takes CSV in every version of the portal (`bitrix24-csv-import.md §1`). */
export type ImportEntity = 'company' | 'contact' | 'deal' | 'product'
