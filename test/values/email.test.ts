import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseEmails } from '../../src/values/email.ts'

describe('parseEmails', () => {
  // The cell, the texts of its entries where they are not just the cell, their addresses (`-` for none).
  const cells: readonly [string, string | null, string][] = [
    ['Info@Example.RU', null, 'info@example.ru'],
    ['a@b.ru; c@d.ru', 'a@b.ru | c@d.ru', 'a@b.ru c@d.ru'],
    ['a@b.ru,c@d.ru e@f.ru\ng@h.ru', 'a@b.ru | c@d.ru | e@f.ru | g@h.ru', 'a@b.ru c@d.ru e@f.ru g@h.ru'],
    ['a@b.ru/c@d.ru|e@f.ru', 'a@b.ru | c@d.ru | e@f.ru', 'a@b.ru c@d.ru e@f.ru'],
    ['Иван Петров <a@b.ru>', null, 'a@b.ru'],
    ['Петров, Иван <a@b.ru>, c@d.ru', 'Петров, Иван <a@b.ru> | c@d.ru', 'a@b.ru c@d.ru'],
    ['a@b.ru (бухгалтерия)', null, 'a@b.ru'],
    ['mailto:a@b.ru?subject=x', null, 'a@b.ru'],
    ['e-mail: a@b.ru.', null, 'a@b.ru'],
    ['a.b+c_d-e@sub.example-1.com', null, 'a.b+c_d-e@sub.example-1.com'],
    ['инфо@пример.рф', null, 'инфо@пример.рф'],
    ['info@пример.рф', null, 'info@пример.рф'],
    ['a@xn--e1afmkfd.xn--p1ai', null, 'a@xn--e1afmkfd.xn--p1ai'],
    ['a@b.ru;', 'a@b.ru', 'a@b.ru'],
    ['г. Москва, ул. Примерная, д. 9', null, '-'],
    ['нет', null, '-'],
    ['\u0430dmin@example.ru', null, '-'],
    ['admin@ex\u0430mple.ru', null, '-'],
    ['иван@example.ru', null, '-'],
    ['a@b', null, '-'],
    ['a@b@c.ru', null, '-'],
    ['a..b@c.ru', null, '-'],
    ['.a@c.ru', null, '-'],
    ['a@-c.ru', null, '-'],
    ['a @b.ru', null, '-'],
    [`${'a'.repeat(250)}@b.ru`, null, '-'],
    ['', '', ''],
    [' ; ', '', ''],
    ['-', '', ''],
  ]
  for (const [cell, texts, addresses] of cells) {
    it(`reads ${JSON.stringify(cell.slice(0, 50))}`, () => {
      const emails = parseEmails(cell)
      assert.equal(emails.map((email) => email.text).join(' | '), texts ?? cell)
      assert.equal(emails.map((email) => email.address ?? '-').join(' '), addresses)
    })
  }
  it('reads back any list of addresses', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
    const address = fc
      .tuple(word, word, fc.constantFrom('ru', 'com', 'рф'))
      .map(([local, host, top]) => `${local}@${host}.${top}`)
    fc.assert(
      fc.property(fc.array(address), fc.constantFrom('; ', ',', ' ', '\r\n', ' / '), (addresses, separator) => {
        assert.deepEqual(
          parseEmails(addresses.join(separator)).map((email) => email.address),
          addresses,
        )
      }),
    )
  })
})
