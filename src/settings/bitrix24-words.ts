import * as z from 'zod'
import { filledDictionary, texts } from './kinds.ts'
import { expecting, option } from './option.ts'

/** Words of 1C ↔ words of the portal. */
export const bitrix24Words = {
  vat: option(
    filledDictionary({
      none: 'Без НДС',
      '0': 'НДС 0%',
      '5': 'НДС 5%',
      '7': 'НДС 7%',
      '10': 'НДС 10%',
      '18': 'НДС 18%',
      '20': 'НДС 20%',
      '22': 'НДС 22%',
    }),
    {
      ru: {
        title: 'Ставки НДС',
        about: 'Процент (none — без НДС) → название ставки на портале. Записанное дополняет и заменяет обычное.',
      },
      en: {
        title: 'VAT rates',
        about: 'Percent (none: without VAT) → name of the rate on the portal. What you write adds to the usual and replaces it.',
      },
      example: { '22': 'НДС 22 процента' },
    },
  ),
  measures: option(
    filledDictionary({
      '796': 'шт',
      'шт.': 'шт',
      штука: 'шт',
      '166': 'кг',
      'кг.': 'кг',
      '163': 'г',
      'г.': 'г',
      '006': 'м',
      'м.': 'м',
      '112': 'л',
      'л.': 'л',
    }),
    {
      ru: {
        title: 'Единицы измерения',
        about: 'Единица в 1С (обозначение или код ОКЕИ) → обозначение на портале. Записанное дополняет и заменяет обычное.',
      },
      en: {
        title: 'Units of measure',
        about: 'Unit in 1C (symbol or code) → symbol on the portal. What you write adds to the usual and replaces it.',
      },
      example: { 'упак.': 'упак' },
    },
  ),
  currencies: option(
    filledDictionary({ руб: 'RUB', 'руб.': 'RUB', RUR: 'RUB', '643': 'RUB', '810': 'RUB', грн: 'UAH', тенге: 'KZT', BYR: 'BYN' }),
    {
      ru: { title: 'Валюты', about: 'Как валюта записана в 1С → код на портале. Коды вроде USD переводить не нужно.' },
      en: { title: 'Currencies', about: 'Currency as 1C writes it → code on the portal. Codes such as USD need no entry.' },
      example: { 'у.е.': 'USD' },
    },
  ),
  pipelines: option(
    expecting(
      z.record(z.string(), texts()),
      'пары «воронка: [стадия, стадия]»',
      'pairs of a pipeline and its stages: { Sales: [New, Won] }',
    ).prefault({}),
    {
      ru: {
        title: 'Воронки и стадии',
        about:
          'Воронки сделок портала и их стадии, слово в слово. Если заданы, названия воронок и стадий в обменах проверяются по ним.',
      },
      en: {
        title: 'Pipelines and stages',
        about:
          'Deal pipelines of the portal and their stages, letter by letter. When given, the names used in exchanges are checked against them.',
      },
      example: { Сервис: ['Новая', 'В работе', 'Сделка успешна', 'Сделка провалена'] },
    },
  ),
}
