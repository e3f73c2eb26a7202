/** `ECONNREFUSED: connect ECONNREFUSED 10.0.0.5:443`: the code of the system first. */
export function errorText(error: Error): string {
  const inner = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error
  const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name
  return `${code}: ${inner.message}`.slice(0, 300)
}
