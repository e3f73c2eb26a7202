import { choice, text, texts } from './kinds.ts'
import { option } from './option.ts'

/** Keys of the exchange of goods; the product import takes one price and no stock (`bitrix24-csv-import.md §12`). */
export const catalogueKeys = {
  priceType: option(text().prefault(''), {
    ru: {
      title: 'Вид цены',
      about:
        'Название или идентификатор вида цены 1С для столбца «Цена»: импорт принимает одну. Пусто — единственный, а из нескольких тот, что стоит у большинства товаров; выбор запоминается.',
    },
    en: {
      title: 'Price type',
      about:
        'Name or id of the 1C price type for the price column: the import takes one. Empty: the only one, of several that which most goods have; the choice is remembered.',
    },
    example: 'Розничная',
  }),
  warehouses: option(texts().prefault([]), {
    ru: {
      title: 'Склады',
      about:
        'Остатки каких складов (название или идентификатор) складывать в quantity. Не заданы — всех. Сами остатки импорт не принимает, их пишут в своё свойство через fields.',
    },
    en: {
      title: 'Warehouses',
      about:
        'Whose stock (name or id) is summed up as quantity. Not given: all. The import takes no stock itself; write it into a property through fields.',
    },
    example: ['Основной склад'],
  }),
  variants: option(choice(['separate', 'skip']).prefault('separate'), {
    ru: {
      title: 'Характеристики',
      about:
        'separate — каждая характеристика становится отдельным товаром; называется как в предложении, а если там своего названия нет — «Товар (характеристика)»; skip — только сам товар.',
    },
    en: {
      title: 'Variants',
      about:
        'separate: each variant becomes a product, called as its offer is, or «Product (variant)» where that has no name of its own; skip: only the product itself.',
    },
  }),
  deleted: option(choice(['skip', 'keep', 'deactivate']).prefault('skip'), {
    ru: {
      title: 'Помеченные на удаление',
      about:
        'skip — не загружать, в ответе «пропущено»; keep — загружать как остальные; deactivate — загрузить с «Активен: нет» (товар снимется с продажи).',
    },
    en: {
      title: 'Marked for deletion',
      about:
        'skip: not imported, answered as skipped; keep: imported like the others; deactivate: imported as not active (taken off sale).',
    },
  }),
  imagesUrl: option(text().prefault(''), {
    ru: {
      title: 'Адрес картинок',
      about:
        'Адрес, по которому Битрикс24 может скачать файлы из import_files: мастер берёт картинки только по ссылке. Пусто — без картинок.',
    },
    en: {
      title: 'Address of pictures',
      about:
        'Address where Bitrix24 can fetch the files of import_files: the wizard takes pictures by link only. Empty: no pictures.',
    },
    example: 'https://example.ru/1c/',
  }),
}
