import { stringify } from 'yaml'

/** A value as YAML on one line, quoted where it needs quotes. */
export function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true, flowCollectionPadding: false }).trimEnd()
}
