import type { MethodDefinition } from '../method.ts'
import { catalogDirectoryMethods } from './catalog/directory-methods.ts'
import { productMethods } from './catalog/product-methods.ts'
import { bindingMethods } from './classic/binding-methods.ts'
import { classicMethods } from './classic/classic-methods.ts'
import { categoryMethods } from './directory/category-methods.ts'
import { currencyMethods } from './directory/currency-methods.ts'
import { statusMethods } from './directory/status-methods.ts'
import { findByComm } from './duplicate/find-by-comm.ts'
import { mergeBatch } from './duplicate/merge-batch.ts'
import { importMethods } from './item/import-methods.ts'
import { itemMethods } from './item/item-methods.ts'
import { processMethods } from './process/process-methods.ts'
import { productRowMethods } from './product-row/product-row-methods.ts'
import { addressMethods } from './requisite/address-methods.ts'
import { bankDetailMethods } from './requisite/bank-detail-methods.ts'
import { linkMethods } from './requisite/link-methods.ts'
import { presetMethods } from './requisite/preset-methods.ts'
import { requisiteMethods } from './requisite/requisite-methods.ts'
import { serviceMethods } from './service/service-methods.ts'
import { commentMethods } from './timeline/comment-methods.ts'
import { stageHistoryList } from './timeline/stage-history-methods.ts'
import { userMethods } from './user/user-methods.ts'
import { userFieldMethods } from './user-field/classic-methods.ts'
import { userFieldConfigMethods } from './user-field/config-methods.ts'

/** Every method that the sandbox has. */
export const methods: readonly MethodDefinition[] = [
  ...itemMethods,
  ...importMethods,
  ...productRowMethods,
  ...processMethods,
  ...classicMethods,
  ...bindingMethods,
  ...requisiteMethods,
  ...presetMethods,
  ...bankDetailMethods,
  ...linkMethods,
  ...addressMethods,
  findByComm,
  mergeBatch,
  ...statusMethods,
  ...categoryMethods,
  ...currencyMethods,
  ...catalogDirectoryMethods,
  ...productMethods,
  ...userFieldMethods,
  ...userFieldConfigMethods,
  ...userMethods,
  ...commentMethods,
  stageHistoryList,
  ...serviceMethods(() => methods),
]
