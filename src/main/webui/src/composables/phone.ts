const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}[2-9]\d{6,7}$/
const SERVICE = /^(400|800)\d{7}$/

/**
 * The number as it is filed: figures only, an extension as `-8`; null when it is no Chinese telephone number.
 * Blanks, hyphens, brackets, full-width figures and a leading +86 are what people write, and are accepted.
 */
export function normalPhone(written: string): string | null {
  const text = written.normalize('NFKC').replace(/[‐-―−]/g, '-').trim()
  const number = figures(text)
  if (MOBILE.test(number) || LANDLINE.test(number) || SERVICE.test(number)) {
    return number
  }
  const [, main = '', extension = ''] = /^(.+?)\s*(?:转|ext\.?|x|-)\s*(\d{1,6})$/i.exec(text) ?? []
  return LANDLINE.test(figures(main)) || SERVICE.test(figures(main)) ? `${figures(main)}-${extension}` : null
}

/** Without what only makes it easier to read; anything else stays and spoils it. */
function figures(text: string): string {
  return text.replace(/[\s\-()]/g, '').replace(/^(?:\+|00)86/, '')
}
