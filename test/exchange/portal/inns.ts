/** An invented ИНН of a legal entity with the right check digit. */
export function innOf(at: number): string {
  const nine = String(770_000_000 + (at % 9_999_999))
  const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(nine[place]), 0)
  return `${nine}${(sum % 11) % 10}`
}
