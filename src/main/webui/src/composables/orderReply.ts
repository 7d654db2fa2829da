/** What a department has answered, as it stands in a conversation: a line that says so, then its sections. */
export interface OrderReply {
  lead: string
  sections: { heading: string; text: string }[]
}

const HEADING = /^【(.+)】$/

/** @returns null for any other message */
export function orderReplyOf(text: string): OrderReply | null {
  const [lead = '', ...lines] = text.split('\n')
  if (!HEADING.test(lines[0] ?? '')) {
    return null
  }
  const sections: OrderReply['sections'] = []
  for (const line of lines) {
    const heading = HEADING.exec(line)?.[1]
    const last = sections[sections.length - 1]
    if (heading) {
      sections.push({ heading, text: '' })
    } else if (last) {
      last.text += last.text ? `\n${line}` : line
    }
  }
  return { lead, sections }
}
