import type { Random } from './random.ts'

/** Invented names of things and firms, in letters that both UTF-8 and windows-1251 have. */
const things = words(`Болт Винт Гайка Шайба Шпилька Саморез Анкер Дюбель Петля Замок Ручка Кронштейн Уголок Хомут Муфта Кран
  Вентиль Фильтр Насос Кабель Розетка Лампа Светильник Выключатель Щиток Краска Эмаль Лак Грунтовка Шпатлёвка`)
const traits = words(`оцинкованный стальной латунный чёрный белый усиленный бытовой промышленный влагостойкий полимерный
  нержавеющий складной угловой проходной регулируемый морозостойкий`)
const roots = words(`Ромашка Вымпел Прогресс Восход Север Меридиан Орион Кедр Гранит Рубин Сокол Маяк Горизонт Импульс Контур
  Вектор Рассвет Заря Парус Каскад Альтаир Форпост Фаворит Ориентир Атлант Витязь Пульсар Лидер Эталон Исток`)
const trades = words('Строй Торг Снаб Сервис Транс Мед Агро Пром Тех Инвест Проект Монтаж Метиз Крепёж Свет Энерго')
const surnames = words('Иванов Петров Сидоров Кузнецов Смирнов Попов Соколов Лебедев Козлов Новиков Морозов Волков Зайцев')
const firstNames = words('Иван Пётр Сергей Алексей Андрей Дмитрий Николай Михаил Павел Роман')
const fathers = words('Иванович Петрович Сергеевич Алексеевич Андреевич Дмитриевич Николаевич')
const cities = words('Москва Тверь Казань Самара Пермь Омск Томск Рязань Тула Калуга Курск Орёл')
const streets = words('Ленина Мира Садовая Лесная Школьная Заводская Полевая Набережная Советская Гагарина')
export const sentences = [
  'Поставляется в картонной коробке.',
  'Применяется при монтаже металлических и деревянных конструкций внутри и снаружи помещений.',
  'Гарантия изготовителя — 12 месяцев с даты продажи, при соблюдении условий хранения.',
  'Перед установкой очистите поверхность от пыли и масла; не допускайте перегрева свыше +80 °C.',
  'Цвет может незначительно отличаться от показанного на снимке.',
] as const

export function thing(random: Random): string {
  return `${random.pick(things)} М${random.below(40) + 3}-${random.below(300) + 10} ${random.pick(traits)}`
}

export interface Firm {
  readonly name: string
  readonly fullName: string
}

/** `Ромашка-Строй 4071 ООО` and its official name, with the quotes that 1C writes. */
export function firm(random: Random): Firm {
  const name = `${random.pick(roots)}-${random.pick(trades)} ${random.below(100_000)}`
  return { name: `${name} ООО`, fullName: `ООО "${name}"` }
}

export function personName(random: Random): string {
  return `${random.pick(surnames)} ${random.pick(firstNames)} ${random.pick(fathers)}`
}

export interface Place {
  readonly postalCode: string
  readonly city: string
  readonly street: string
  readonly house: string
}

export function place(random: Random): Place {
  const [postalCode, house] = [`1${random.digits(5)}`, String(random.below(180) + 1)]
  return { postalCode, city: random.pick(cities), street: random.pick(streets), house }
}

export function addressLine({ postalCode, city, street, house }: Place): string {
  return `${postalCode}, г ${city}, ул ${street}, д. ${house}`
}

export function phone(random: Random): string {
  return `+7 (495) ${random.below(800) + 120}-${random.digits(2)}-${random.digits(2)}`
}

export function email(random: Random): string {
  return `office${random.below(1_000_000)}@firma${random.below(900)}.example.ru`
}

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}
