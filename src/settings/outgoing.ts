import * as z from 'zod'
import { processNumber } from './exchange-documents.ts'
import { choice, dictionary, duration, filledText, keeping, template, texts, yesNo } from './kinds.ts'
import { expecting, option } from './option.ts'

/** Number of the card and prefix together make 11 characters at most (`1c-side.md §5`). */
const prefix = () => expecting(z.string().max(6), 'текст не длиннее 6 знаков', 'a text of at most 6 characters')

const requisites = () =>
  expecting(
    z.record(z.string(), template()),
    'пары «реквизит: код поля, текст или шаблон в кавычках»',
    'pairs of a requisite and a code of a field, a text or a quoted template',
  )

/** How changed deals, invoices and requests go back to 1C (`1c-side.md §5`). */
const outgoingKeys = {
  name: option(filledText(), {
    ru: { title: 'Название', about: 'Как выгрузка называется в отчётах; у каждой своё.' },
    en: { title: 'Name', about: 'What it is called in reports; each has its own.' },
    example: 'Заказы в 1С',
  }),
  enabled: option(yesNo().prefault(true), {
    ru: { title: 'Включена', about: 'false выключает выгрузку, не стирая её настроек.' },
    en: { title: 'Enabled', about: 'false turns it off and keeps its settings.' },
  }),
  confirmations: option(texts().prefault(['confirm*.txt', 'confirm*.xml', 'confirm*.csv']), {
    ru: {
      title: 'Маски подтверждений',
      about:
        'Какими файлами во входной папке 1С подтверждает, что забрала отправленное: в файле номер сообщения. Типовым конфигурациям файл не нужен: подтверждает и сам заказ, когда 1С его выгрузит.',
    },
    en: {
      title: 'Masks of confirmations',
      about:
        'The files in the input folder by which 1C confirms what it has taken: a file has the message number. Typical configurations need none: the order itself confirms, when 1C exports it.',
    },
    example: ['podtverzhdenie*.txt'],
  }),
  confirm: option(choice(['both', 'file']).prefault('both'), {
    ru: {
      title: 'Чем подтверждается',
      about:
        'both — файлом с номером сообщения или самим заказом, когда 1С выгрузит его с тем, что ей отправлено; file — только файлом: для своего кода, который выгружает заказы одним заданием, а читает файл другим.',
    },
    en: {
      title: 'What confirms',
      about:
        'both: a file with the number of the message, or the order itself when 1C exports it with what it was sent; file: only a file, for code of your own that exports orders in one job and reads the file in another.',
    },
  }),
  into: option(choice(['deal', 'invoice', 'process']).prefault('deal'), {
    ru: {
      title: 'Что отправлять',
      about: 'deal — сделки; invoice — счета CRM; process — элементы смарт-процесса из process.',
    },
    en: { title: 'What is sent', about: 'deal: deals; invoice: CRM invoices; process: items of the smart process of process.' },
  }),
  process: processNumber(),
  format: option(choice(['commerceml', 'commerceml-3', 'csv', 'xml']).prefault('commerceml'), {
    ru: {
      title: 'Вид файла',
      about:
        'commerceml — заказы для типовых УТ 10.3, УТ 11, КА, УНФ; commerceml-3 — для расширения 1С-Битрикс (3.1, с «Контейнер»); csv и xml — простые файлы для своего кода 1С.',
    },
    en: {
      title: 'Kind of file',
      about:
        'commerceml: orders for the typical УТ 10.3, УТ 11, КА, УНФ; commerceml-3: for the extension of 1C-Bitrix (3.1, with Контейнер); csv and xml: plain files for code of your own in 1C.',
    },
  }),
  file: option(filledText().prefault('out/orders.xml'), {
    ru: {
      title: 'Файл',
      about:
        'Куда писать; путь считается от папки файла настроек. В 1С тот же путь указан как «файл загрузки заказов». Файл есть всегда и содержит всё, что 1С ещё не подтвердила; для csv и xml дайте ему своё имя.',
    },
    en: {
      title: 'File',
      about:
        'Where it is written; the path counts from the settings file. 1C has the same path. The file is always there and holds all that 1C has not confirmed yet; for csv and xml give it a name of its own.',
    },
    example: '\\\\server\\1c\\orders.xml',
  }),
  bom: option(yesNo().prefault(false), {
    ru: { title: 'BOM', about: 'Начинать файл с BOM: УТ 10.3 узнаёт по нему UTF-8.' },
    en: { title: 'BOM', about: 'Begin the file with a BOM: УТ 10.3 knows UTF-8 by it.' },
  }),
  every: option(duration().prefault('5m'), {
    ru: {
      title: 'Период',
      about:
        'Не чаще чем раз в этот срок спрашивать портал об изменениях; запуск по расписанию может прийти на десятую часть срока раньше.',
    },
    en: {
      title: 'Period',
      about: 'How often at most the portal is asked for changes; a scheduled start may come a tenth of it earlier.',
    },
  }),
  overlap: option(duration().prefault('10m'), {
    ru: { title: 'Нахлёст', about: 'На сколько раньше прошлого раза начинать: часы портала и сервера расходятся.' },
    en: { title: 'Overlap', about: 'How much before the last time to begin: clocks of the portal and of its servers differ.' },
  }),
  pipelines: option(texts().prefault([]), {
    ru: {
      title: 'Воронки',
      about: 'Из каких воронок карточка впервые уходит в 1С. Пусто — из всех. Дальше уходят все её изменения.',
    },
    en: {
      title: 'Pipelines',
      about: 'Of which pipelines a card goes to 1C for the first time. Empty: of all. From then on all its changes go.',
    },
    example: ['Продажи'],
  }),
  stages: option(texts().prefault([]), {
    ru: {
      title: 'Стадии',
      about:
        'На каких стадиях карточка впервые уходит в 1С (название или код). Пусто — на любой. Дальше уходят все её изменения.',
    },
    en: {
      title: 'Stages',
      about:
        'At which stages a card goes to 1C for the first time (name or code). Empty: at any. From then on all its changes go.',
    },
    example: ['Счёт на предоплату', 'Сделка успешна'],
  }),
  newOnes: option(yesNo().prefault(true), {
    ru: { title: 'Новые', about: 'Отправлять и карточки, которых 1С ещё не знает.' },
    en: { title: 'New ones', about: 'Send cards too that 1C does not know yet.' },
  }),
  withRows: option(yesNo().prefault(false), {
    ru: {
      title: 'Только с товарами',
      about: 'Впервые отправлять только карточки, в которых есть строки товаров: заявку с заполненной спецификацией.',
    },
    en: {
      title: 'Only with rows',
      about: 'Send a card for the first time only when it has product rows: a request whose specification is filled in.',
    },
  }),
  numberPrefix: option(prefix().prefault('B24-'), {
    ru: {
      title: 'Приставка номера',
      about:
        'Что ставить перед номером карточки: сделка № 1045 уйдёт как B24-1045. Весь номер не длиннее 11 знаков, иначе УТ 11 создаст заказ ещё раз. Менять её потом нельзя: 1С не узнает отправленного.',
    },
    en: {
      title: 'Number prefix',
      about:
        'What stands before the number of the card: deal 1045 goes as B24-1045. The whole number has at most 11 characters, or УТ 11 makes the order again. Do not change it later: 1C would not know what was sent.',
    },
    example: 'CRM-',
  }),
  statuses: option(dictionary().prefault({}), {
    ru: {
      title: 'Статусы по стадиям',
      about: 'Стадия (название или код) → «Статус заказа» для 1С. Чего нет — уходит название стадии.',
    },
    en: {
      title: 'Statuses by stage',
      about: 'Stage (name or code) → order status for 1C. What is missing goes by the name of its stage.',
    },
    example: { 'В работе': 'Согласован' },
  }),
  currencies: option(dictionary().prefault({}), {
    ru: {
      title: 'Валюты',
      about: 'Код валюты на портале → как её называет 1С (три буквы). УТ 10.3 ищет валюту по названию: RUB → руб.',
    },
    en: {
      title: 'Currencies',
      about:
        'Currency code of the portal → what 1C calls it (three letters). УТ 10.3 looks a currency up by its name: RUB → руб.',
    },
    example: { RUB: 'руб' },
  }),
  requisites: option(requisites().prefault({}), {
    ru: {
      title: 'Реквизиты документа',
      about:
        'Реквизит заказа (Организация, Склад, …) ← код своего поля карточки (UF_CRM_…), постоянный текст или шаблон Liquid с кодами полей.',
    },
    en: {
      title: 'Requisites',
      about:
        'Requisite of the order (Организация, Склад …) ← code of a custom field of the card (UF_CRM_…), a constant text, or a Liquid template with codes of fields.',
    },
    example: { Организация: 'ООО "Ромашка"', Склад: 'UF_CRM_STORE', Комментарий: '{{ title }}, {{ UF_CRM_CAR }}' },
  }),
  unknownGoods: option(choice(['refuse', 'send']).prefault('refuse'), {
    ru: {
      title: 'Товары без идентификатора 1С',
      about:
        'refuse — заказ CommerceML с таким товаром не отправлять и сказать об этом: 1С завела бы новый товар; send — отправлять. В csv и xml такие товары уходят всегда.',
    },
    en: {
      title: 'Goods without a 1C id',
      about:
        'refuse: a CommerceML order with such a product is not sent, and that is told: 1C would make a new product; send: it is sent. In csv and xml such products always go.',
    },
  }),
  forgetAfter: option(keeping().prefault('30d'), {
    ru: {
      title: 'Повторять',
      about: 'Сколько повторять отправленное, если 1С его не подтверждает; потом сказать об этом человеку.',
    },
    en: { title: 'Repeat for', about: 'How long what was sent is repeated while 1C does not confirm it; then a person is told.' },
  }),
}

export const outgoing = option(
  z
    .array(
      expecting(
        z.strictObject(outgoingKeys),
        'ключи выгрузки: name, file, format и другие',
        'keys: name, file, format and others',
      ),
    )
    .prefault([]),
  {
    ru: {
      title: 'Из Битрикс24 в 1С',
      about: 'Какие изменённые сделки, счета, элементы смарт-процессов писать для 1С. Только при target: portal.',
      expected: 'список выгрузок, каждая начинается с «- name: …»',
    },
    en: {
      title: 'From Bitrix24 to 1C',
      about: 'Which changed deals, invoices and items of smart processes are written for 1C. Only with target: portal.',
      expected: 'a list, each entry beginning with "- name: …"',
    },
  },
)
