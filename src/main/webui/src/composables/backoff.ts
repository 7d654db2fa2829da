/** Milliseconds before attempt 0, 1, 2, …: doubling to a ceiling, spread so that a thousand phones do not return at once. */
export function backoff(attempt: number, random: () => number = Math.random, first = 1_000, most = 30_000): number {
  const ceiling = Math.min(most, first * 2 ** attempt)
  return ceiling / 2 + (ceiling / 2) * random()
}
