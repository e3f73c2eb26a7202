import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import { isLoopback } from './loopback.ts'

export interface DispatcherOptions {
  /** Certificates (PEM) to trust beside the usual ones. */
  readonly ca?: string | undefined
  /** HTTPS_PROXY, HTTP_PROXY and NO_PROXY are taken from here, in either case. */
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** How requests to `origin` travel; null: the address of the proxy in the environment is none. */
export function openDispatcher(origin: string, { ca, environment }: DispatcherOptions): Dispatcher | null {
  const isNear = isLoopback(new URL(origin).hostname)
  const tls = isNear && origin.startsWith('http:') ? {} : { secureContext: trusting(ca) }
  const agent = { connect: tls, ...keepAlive }
  if (isNear) return new Agent(agent)
  const named = (name: string) => environment[name.toLowerCase()] ?? environment[name] ?? ''
  const httpProxy = proxyAddress(named('HTTP_PROXY'))
  const httpsProxy = proxyAddress(named('HTTPS_PROXY'))
  if (httpProxy === null || httpsProxy === null) return null
  // Not tunnelled where the portal is http: proxies as a rule allow tunnels to port 443 only.
  return new EnvHttpProxyAgent({
    ...agent,
    httpProxy,
    httpsProxy,
    noProxy: named('NO_PROXY'),
    requestTls: tls,
    proxyTls: tls,
    proxyTunnel: false,
  })
}

// A connection that was idle for long may be closed by the portal in the very moment a request is written to it, and that
// request would be one of unknown outcome. A new connection costs little.
const keepAlive = { keepAliveTimeout: 4000, keepAliveMaxTimeout: 4000 }

/**
 * Beside Node's own list (and NODE_EXTRA_CA_CERTS): what the operating system trusts, as browsers on the same computer do.
 * There stand the certificates of antivirus programs, of company proxies and of a company's own authority. Made once,
 * because reading hundreds of certificates for each new connection takes its time.
 */
function trusting(ca: string | undefined): SecureContext {
  const known = [...getCACertificates('default'), ...getCACertificates('system'), ...(ca === undefined ? [] : [ca])]
  return createSecureContext({ ca: [...new Set(known)] })
}

/** `proxy:3128` is taken for `http://proxy:3128`, as curl does. */
function proxyAddress(text: string): string | null {
  if (text === '') return ''
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`
  return URL.canParse(address) && /^(?:https?|socks5?):/i.test(address) ? address : null
}
