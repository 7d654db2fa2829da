import { describe, expect, it } from 'vitest'
import { orderReplyOf } from './orderReply'

describe('the reply of a department', () => {
  it('is read section by section', () => {
    expect(orderReplyOf('您的诉求（工单 YQL-1）已有答复：\n【诉求事项】\n退税没有结果。\n【办理结论】\n属实。\n三日内到账。')).toEqual({
      lead: '您的诉求（工单 YQL-1）已有答复：',
      sections: [
        { heading: '诉求事项', text: '退税没有结果。' },
        { heading: '办理结论', text: '属实。\n三日内到账。' },
      ],
    })
  })
  it('is no other message', () => {
    expect(orderReplyOf('已登记工单 YQL-1，请记下编号。')).toBeNull()
    expect(orderReplyOf('转接中\n请稍候【1】')).toBeNull()
  })
})
