/** Somebody's number for eyes that only pass by: the first three and the last two signs. */
export function maskedNumber(number: string): string {
  const signs = [...number]
  return signs.length <= 5 ? '*'.repeat(signs.length) : signs.map((sign, index) => (index < 3 || index >= signs.length - 2 ? sign : '*')).join('')
}

/** The family name alone. */
export function maskedName(name: string): string {
  const signs = [...name]
  return signs.length <= 1 ? name : signs[0] + '*'.repeat(signs.length - 1)
}
