import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, request as httpRequest, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect, createServer as createNetServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { inspect } from 'node:util'
import { newOrigin } from '../../../src/bitrix24/client/new-origin.ts'
import { openPortalClient } from '../../../src/bitrix24/client/open-portal-client.ts'
import { tempFolder } from '../../folder/temp-folder.ts'
import { code, done, fakeTimer, type Said, scriptedPortal, webhookOf } from './scripted-portal.ts'

const add = { method: 'crm.item.add', params: { fields: { title: 'Ясень' } } }

test('a renamed portal gets the same POST with its body at the new address, is remembered and told of once', async (t) => {
  for (const status of [301, 302, 307, 308]) {
    const now = await scriptedPortal(t, () => done(7))
    const before = await scriptedPortal(t, (asked) => ({ status, raw: '', headers: { location: now.origin + asked.path } }))
    const client = before.open()
    assert.deepEqual(await client.call(add), { kind: 'done', result: 7, total: null, next: null })
    assert.equal((await client.call(add)).kind, 'done')
    assert.deepEqual([before.asked.length, now.asked.length], [1, 2])
    assert.equal(now.asked[0]?.verb, 'POST')
    assert.deepEqual(now.asked[0]?.params, add.params)
    assert.equal(client.address, now.origin)
    assert.deepEqual(
      before.notices.map((notice) => [notice.code, notice.args]),
      [['portal.renamed', { before: before.origin, now: now.origin }]],
    )
    assert.equal(client.counters().requests, 3)
  }
})

test('a portal renamed in the middle of a batch loses nothing and repeats nothing', async (t) => {
  const answer = (cmd: Record<string, string>): Said => done({ result: cmd, result_error: [] })
  const now = await scriptedPortal(t, ({ cmd }) => answer(cmd))
  const before = await scriptedPortal(t, ({ cmd, path }, number) =>
    number === 0 ? answer(cmd) : { status: 302, raw: '', headers: { location: now.origin + path } },
  )
  const outcomes = await before.open().batch(Array.from({ length: 60 }, (_, id) => ({ method: 'crm.item.add', params: { id } })))
  assert.deepEqual(
    outcomes.map((outcome) => outcome.kind === 'done' && outcome.result),
    Array.from({ length: 60 }, (_, id) => `crm.item.add?id=${id}`),
  )
})

test('a redirect to a page of the portal, into a circle or to nowhere is refused, and nothing is remembered of it', async (t) => {
  const locations = (origin: string, path: string) => [
    `${origin}/auth/?backurl=${path}`,
    `${origin}${path}`,
    'http://',
    undefined,
  ]
  for (const at of [0, 1, 2, 3]) {
    const portal = await scriptedPortal(t, ({ path }) => {
      const location = locations(portal.origin, path)[at]
      return { status: 302, raw: '', ...(location === undefined ? {} : { headers: { location } }) }
    })
    const client = portal.open()
    const outcome = await client.call(add)
    assert.equal(outcome.kind === 'refused' && `${outcome.reach} ${outcome.error.code}`, 'portal redirect')
    assert.equal(client.address, portal.origin)
    assert.equal(portal.notices.length, 0)
    assert.ok(portal.asked.length <= 4)
    assert.doesNotMatch(JSON.stringify(outcome), new RegExp(code))
  }
})

test('the secret goes along only to the same family of names, and never from https to http', () => {
  const path = `/rest/1/${code}/profile`
  const from = (origin: string, to: string) => newOrigin(new URL(path, origin), to)
  const cases = [
    ['https://old.bitrix24.ru', `https://new.bitrix24.ru${path}`, 'https://new.bitrix24.ru'],
    ['https://old.bitrix24.ru', `https://new.bitrix24.ru${path}.json`, 'https://new.bitrix24.ru'],
    ['https://crm.lilia.ru', `https://lilia.ru${path}`, 'https://lilia.ru'],
    ['http://crm.lilia.ru', `https://crm.lilia.ru${path}`, 'https://crm.lilia.ru'],
    ['http://127.0.0.1:1', `http://localhost:2${path}`, 'http://localhost:2'],
    ['https://old.bitrix24.ru', path, 'https://old.bitrix24.ru'],
    ['https://old.bitrix24.ru', `https://new.bitrix24.com${path}`, null],
    ['https://old.bitrix24.ru', `https://new.bitrix24.ru.example.net${path}`, null],
    ['https://old.bitrix24.ru', `http://new.bitrix24.ru${path}`, null],
    ['http://old.bitrix24.ru', `https://new.bitrix24.ru${path}`, null],
    ['https://old.bitrix24.ru', 'https://new.bitrix24.ru/', null],
    ['https://old.bitrix24.ru', `https://new.bitrix24.ru/rest/2/other/profile`, null],
    ['https://10.0.1.2', `https://10.9.1.2${path}`, null],
    ['https://portal', `https://other${path}`, null],
    ['http://127.0.0.1:1', `http://lilia.ru${path}`, null],
    ['https://lilia.ru', `https://127.0.0.1${path}`, null],
    ['https://lilia.ru', `ftp://lilia.ru${path}`, null],
  ] as const
  for (const [origin, location, expected] of cases) assert.equal(from(origin, location), expected, `${origin} → ${location}`)
})

test('a portal that is not there yet is tried again until it is', async (t) => {
  const portal = await scriptedPortal(t, () => done(1))
  const { port } = new URL(portal.origin)
  const gate = await closedPort()
  const timer = fakeTimer()
  let opened: Promise<unknown> | null = null
  const client = openPortalClient(webhookOf(`http://127.0.0.1:${gate}`), {
    environment: {},
    timer: {
      now: timer.now,
      sleep: async (ms) => {
        await timer.sleep(ms)
        if (timer.slept.length === 3) opened = relay(t, gate, Number(port))
        await opened
      },
    },
  })
  t.after(() => client.close())
  assert.equal((await client.call(add)).kind, 'done')
  assert.deepEqual([...timer.slept], [2000, 5000, 10_000])
})

test('what never left is temporary: a closed port, an unknown name', async (t) => {
  for (const [origin, errno] of [
    [`http://127.0.0.1:${await closedPort()}`, 'ECONNREFUSED'],
    ['https://no-such-portal.invalid', 'ENOTFOUND|EAI_AGAIN'],
  ] as const) {
    const client = openPortalClient(webhookOf(origin), { timer: fakeTimer(), environment: {}, patienceMs: 1000 })
    t.after(() => client.close())
    const outcome = await client.call(add)
    assert.equal(outcome.kind, 'temporary')
    if (outcome.kind !== 'temporary') continue
    assert.equal(outcome.error.code, 'connection')
    assert.match(outcome.error.description, new RegExp(`^(?:${errno}): `))
    assert.doesNotMatch(inspect(outcome), new RegExp(code))
  }
})

test('an answer that repeats the address does not give the secret away', async (t) => {
  const portal = await scriptedPortal(t, ({ path }) => ({
    status: 400,
    json: { error: `bad ${path}`, error_description: `${path} is wrong` },
  }))
  const outcome = await portal.open().call(add)
  assert.deepEqual(outcome.kind === 'refused' && outcome.error, {
    status: 400,
    code: 'bad /rest/1/***/crm.item.add',
    description: '/rest/1/***/crm.item.add is wrong',
  })
  const page = await scriptedPortal(t, ({ path }) => ({ status: 404, raw: `<title>Not found: ${path}</title>` }))
  assert.doesNotMatch(inspect(await page.open().call(add), { depth: 9 }), new RegExp(code))
  assert.doesNotMatch(inspect(page.open(), { depth: 9, showHidden: true }), new RegExp(code))
})

test('https: a company authority is trusted when it is given, and a strange certificate never', async (t) => {
  const pair = await certificate(t)
  if (pair === null) return t.skip('no openssl on this machine')
  const portal = await scriptedPortal(
    t,
    () => done('safe'),
    (listener) => createSecureServer(pair, listener),
  )
  assert.equal((await portal.open({ ca: pair.cert }).call(add)).kind, 'done')
  const outcome = await portal.open().call(add)
  assert.equal(outcome.kind === 'refused' && `${outcome.reach} ${outcome.error.code}`, 'portal certificate')
  assert.match(outcome.kind === 'refused' ? outcome.error.description : '', /^DEPTH_ZERO_SELF_SIGNED_CERT/)
  assert.equal(portal.asked.length, 1)
})

test('https: a certificate for another name is not accepted either', async (t) => {
  const pair = await certificate(t)
  if (pair === null) return t.skip('no openssl on this machine')
  const portal = await scriptedPortal(
    t,
    () => done(1),
    (listener) => createSecureServer(pair, listener),
  )
  const other = openPortalClient(webhookOf(portal.origin.replace('127.0.0.1', 'localhost')), { environment: {}, ca: pair.cert })
  t.after(() => other.close())
  const outcome = await other.call(add)
  assert.equal(outcome.kind === 'refused' && outcome.error.code, 'certificate')
  assert.match(outcome.kind === 'refused' ? outcome.error.description : '', /^ERR_TLS_CERT_ALTNAME_INVALID/)
})

test('https at a port that speaks none is not reached, and nothing was sent', async (t) => {
  const portal = await scriptedPortal(t, () => done(1))
  const client = openPortalClient(webhookOf(portal.origin.replace('http:', 'https:')), {
    environment: {},
    timer: fakeTimer(),
    patienceMs: 0,
  })
  t.after(() => client.close())
  const outcome = await client.call(add)
  assert.equal(outcome.kind, 'temporary')
  assert.equal(portal.asked.length, 0)
})

test('an http portal is reached through the proxy of the environment, with its name and password', async (t) => {
  const portal = await scriptedPortal(t, () => done('through'))
  const proxy = await startProxy(t, Number(new URL(portal.origin).port), { login: 'user:p@ss' })
  for (const name of ['HTTP_PROXY', 'http_proxy']) {
    const client = openPortalClient(webhookOf('http://crm.lilia.test'), {
      environment: { [name]: `http://user:p%40ss@127.0.0.1:${proxy.port}` },
    })
    t.after(() => client.close())
    assert.deepEqual(await client.call(add), { kind: 'done', result: 'through', total: null, next: null })
  }
  assert.deepEqual(proxy.seen, ['POST crm.lilia.test', 'POST crm.lilia.test'])
  assert.deepEqual(portal.asked[0]?.params, add.params)
})

test('an https portal is reached through a tunnel, and its certificate is checked all the same', async (t) => {
  const pair = await certificate(t)
  if (pair === null) return t.skip('no openssl on this machine')
  const portal = await scriptedPortal(
    t,
    () => done('through'),
    (listener) => createSecureServer(pair, listener),
  )
  const proxy = await startProxy(t, Number(new URL(portal.origin).port))
  const environment = { HTTPS_PROXY: `127.0.0.1:${proxy.port}` }
  const open = (ca: string | undefined) => {
    const client = openPortalClient(webhookOf('https://crm.lilia.test'), { environment, ca, timer: fakeTimer(), patienceMs: 0 })
    t.after(() => client.close())
    return client
  }
  assert.equal((await open(pair.cert).call(add)).kind, 'done')
  const outcome = await open(undefined).call(add)
  assert.equal(outcome.kind === 'refused' && outcome.error.code, 'certificate')
  assert.deepEqual(proxy.seen, ['CONNECT crm.lilia.test:443', 'CONNECT crm.lilia.test:443'])
})

test('this same computer and the names in NO_PROXY are reached without the proxy', async (t) => {
  const portal = await scriptedPortal(t, () => done(1))
  const environment = { HTTP_PROXY: `http://127.0.0.1:${await closedPort()}`, NO_PROXY: '.test' }
  assert.equal((await portal.open({ environment }).call(add)).kind, 'done')
  const inner = openPortalClient(webhookOf('http://crm.lilia.test'), { environment, timer: fakeTimer(), patienceMs: 0 })
  t.after(() => inner.close())
  const outcome = await inner.call(add)
  assert.match(outcome.kind === 'temporary' ? outcome.error.description : '', /^(?:ENOTFOUND|EAI_AGAIN)/)
})

test('a proxy that forbids the portal, or whose address is none, is named as the fault', async (t) => {
  const portal = await scriptedPortal(t, () => done(1))
  const port = Number(new URL(portal.origin).port)
  const strict = await startProxy(t, port, { login: 'user:other' })
  const call = async (origin: string, proxy: string) => {
    const client = openPortalClient(webhookOf(origin), {
      environment: { HTTPS_PROXY: proxy, HTTP_PROXY: proxy },
      timer: fakeTimer(),
      patienceMs: 0,
    })
    t.after(() => client.close())
    const outcome = await client.call(add)
    assert.doesNotMatch(inspect(outcome), /p4ssword/)
    return outcome.kind === 'refused' || outcome.kind === 'temporary' ? `${outcome.kind} ${outcome.error.code}` : outcome.kind
  }
  const guest = `http://guest:p4ssword@127.0.0.1:${strict.port}`
  assert.equal(await call('https://crm.lilia.test', guest), 'refused proxy')
  assert.equal(await call('http://crm.lilia.test', guest), 'refused proxy')
  assert.equal(await call('https://crm.lilia.test', 'http://'), 'refused proxy')
  assert.equal(await call('https://crm.lilia.test', 'gopher://proxy:1'), 'refused proxy')
  assert.equal(await call('https://crm.lilia.test', `http://127.0.0.1:${await closedPort()}`), 'temporary connection')
  const lost = await startProxy(t, port, { status: 502 })
  assert.equal(await call('https://crm.lilia.test', `http://127.0.0.1:${lost.port}`), 'temporary connection')
  assert.equal(portal.asked.length, 0)
})

/** A proxy that takes every name for the server at `target`. */
async function startProxy(t: TestContext, target: number, { login, status }: { login?: string; status?: number } = {}) {
  const seen: string[] = []
  const allowed = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`
  const isAllowed = (header: string | undefined) => allowed === undefined || header === allowed
  const server = createServer((request, response) => {
    if (!isAllowed(request.headers['proxy-authorization'])) return void response.writeHead(407).end('who are you')
    const url = new URL(request.url ?? '')
    seen.push(`${request.method} ${url.host}`)
    request.pipe(forward(target, url.pathname, request.headers, response))
  })
  server.on('connect', (request, client: Socket) => {
    client.on('error', () => undefined)
    if (!isAllowed(request.headers['proxy-authorization']))
      return void client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    if (status !== undefined) return void client.end(`HTTP/1.1 ${status} Bad Gateway\r\n\r\n`)
    seen.push(`CONNECT ${request.url}`)
    const through = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      through.pipe(client).pipe(through)
    })
    through.on('error', () => client.destroy())
    t.after(() => through.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, seen }
}

function forward(port: number, path: string, headers: IncomingHttpHeaders, response: ServerResponse) {
  const { 'proxy-authorization': _, ...rest } = headers
  return httpRequest({ port, host: '127.0.0.1', path, method: 'POST', headers: rest }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(response)
  })
}

/** A port where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createNetServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Opens `port` and passes on everything to `target`. */
async function relay(t: TestContext, port: number, target: number): Promise<void> {
  const server = createNetServer((socket) => {
    const through = connect(target, '127.0.0.1')
    socket.on('error', () => through.destroy())
    through.on('error', () => socket.destroy())
    socket.pipe(through).pipe(socket)
  })
  t.after(() => server.close())
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
}

/** A certificate of its own making for 127.0.0.1 and crm.lilia.test; null where there is no openssl. */
async function certificate(t: TestContext): Promise<{ key: string; cert: string } | null> {
  const folder = await tempFolder(t)
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=crm.lilia.test', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:crm.lilia.test']
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', ...subject]
  try {
    execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  } catch {
    return null
  }
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}
