import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type LegalFacts, legalFormOf, saysCompany, withoutSoleProprietor } from '../../src/values/legal-form.ts'

const nothing: LegalFacts = { officialName: '', fullName: '', name: '', inn: '', kpp: '' }

describe('legalFormOf', () => {
  const cases: readonly [string, Partial<LegalFacts>, ReturnType<typeof legalFormOf>][] = [
    ['КПП makes a company', { fullName: 'Иванов Иван', kpp: '770101001' }, 'company'],
    ['a КПП of ten digits is a КПП with a slip', { fullName: 'Ромашка', kpp: '7701010010' }, 'company'],
    ['a КПП of zeros is none', { fullName: 'Иванов Иван', kpp: '000000000' }, 'person'],
    ['a right ИНН of ten digits makes a company', { name: 'Ромашка', inn: '7701000019' }, 'company'],
    ['a wrong ИНН of ten digits still makes a company', { name: 'Ромашка', inn: '7701000010' }, 'company'],
    ['a ФОП of Ukraine has ten digits', { fullName: 'ФОП Шевченко Т. Г.', inn: '7701000010' }, 'soleProprietor'],
    ['twelve digits make a sole proprietor', { fullName: 'Петров Пётр Петрович', inn: '770100000079' }, 'soleProprietor'],
    ['«ИП» at the start makes a sole proprietor', { fullName: 'ИП Петров Пётр Петрович' }, 'soleProprietor'],
    ['«ИП» at the end does', { name: 'Петров П.П. ИП' }, 'soleProprietor'],
    ['«(ИП)» at the end does', { name: 'Петров П.П. (ИП)' }, 'soleProprietor'],
    ['the whole words do', { fullName: 'ИНДИВИДУАЛЬНЫЙ ПРЕДПРИНИМАТЕЛЬ ПЕТРОВ ПЁТР' }, 'soleProprietor'],
    ['an ИП under the official name is still one', { officialName: 'ИП Петров П.П.' }, 'soleProprietor'],
    ['a former firm in brackets changes nothing', { name: 'ИП Петров (бывш. ООО "Ромашка")' }, 'soleProprietor'],
    ['a ТОО with a БИН of twelve digits is a company', { fullName: 'ТОО "Ромашка"', inn: '123456789012' }, 'company'],
    ['a form at the start makes a company', { fullName: 'ООО "Ромашка"' }, 'company'],
    ['a form at the end does', { name: 'Ромашка ООО' }, 'company'],
    ['a foreign form does', { name: 'Daisy Ltd.' }, 'company'],
    ['the official name alone does', { officialName: 'Ромашка' }, 'company'],
    ['a name alone is a person', { fullName: 'Петров Пётр Петрович' }, 'person'],
    ['nothing at all is a person', {}, 'person'],
    ['initials И.П. are no ИП', { name: 'Петров И.П.' }, 'person'],
    ['initials without points are no firm', { name: 'Петров НП' }, 'person'],
    ['a name that begins like a form is none', { name: 'Аосин Олег' }, 'person'],
    ['a foreign number of nine digits decides nothing', { fullName: 'Петров Пётр', inn: '191234567' }, 'person'],
  ]
  for (const [title, facts, form] of cases) it(title, () => assert.equal(legalFormOf({ ...nothing, ...facts }), form))
})

describe('saysCompany', () => {
  const companies = [
    'ПАО Ромашка',
    '«АО «Ромашка»',
    'Ромашка, ЗАО',
    'ооо ромашка',
    'Общество с ограниченной ответственностью "Ромашка"',
  ]
  const others = [
    'АКЦИОНЕРНОЕ ОБЩЕСТВО РОМАШКА',
    'Федеральное государственное бюджетное учреждение «Лес»',
    'ЧП "Ромашка"',
    'Daisy LLC',
    'Daisy GmbH',
  ]
  for (const name of [...companies, ...others]) it(`sees a firm in «${name}»`, () => assert.equal(saysCompany(name), true))
  for (const name of ['Паоло Росси', 'Иванов Иван', 'ЧП Иванов', '', 'Оксана Лтд-ова']) {
    it(`sees none in «${name}»`, () => assert.equal(saysCompany(name), false))
  }
})

describe('withoutSoleProprietor', () => {
  for (const name of [
    'ИП Петров П.П.',
    'Петров П.П. ИП',
    'ЧП Петров П.П.',
    'Индивидуальный  предприниматель: Петров П.П.',
    'Петров П.П.',
  ]) {
    it(`leaves the person of «${name}»`, () => assert.equal(withoutSoleProprietor(name), 'Петров П.П.'))
  }
})
