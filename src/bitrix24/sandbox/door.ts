import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { errorBody } from './envelope.ts'
import { jsonAnswer, type PortalAnswer, type PortalRequest } from './portal-answer.ts'
import { systemError } from './system-errors.ts'

/** PEM. */
export interface TlsKey {
  readonly key: string
  readonly cert: string
}

export interface Door {
  readonly origin: string
  close(): Promise<void>
}

export interface DoorSetup {
  /** 0: any that is free. */
  readonly port: number
  readonly tls: TlsKey | undefined
  handle(request: PortalRequest): Promise<PortalAnswer>
  /** What `handle` threw. */
  bug(error: unknown): void
}

/** A port on 127.0.0.1 through which the portal is called. */
export async function openDoor({ port, tls, handle, bug }: DoorSetup): Promise<Door> {
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const whole = await readRequest(request)
    if (whole !== null) send(await handle(whole).catch((error: unknown) => broken(error, bug)), response)
  }
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  // Longer than any client keeps a connection: one that ends between two requests would look like a lost answer.
  server.keepAliveTimeout = 600_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address() as AddressInfo
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Null when the caller went away in the middle of it. */
async function readRequest(request: IncomingMessage): Promise<PortalRequest | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk)
  } catch {
    return null
  }
  const { host, 'content-type': contentType } = request.headers
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    ...(host === undefined ? {} : { host }),
    ...(contentType === undefined ? {} : { contentType }),
    body: Buffer.concat(chunks),
  }
}

function send(answer: PortalAnswer, response: ServerResponse): void {
  if (answer.kind === 'closed') {
    if (answer.abruptly) response.socket?.resetAndDestroy()
    else response.socket?.destroy()
    return
  }
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) })
  response.end(answer.body)
}

function broken(error: unknown, bug: DoorSetup['bug']): PortalAnswer {
  bug(error)
  const failure = systemError('INTERNAL_SERVER_ERROR')
  return jsonAnswer(failure.status, errorBody(failure))
}
