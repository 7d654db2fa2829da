/** Every sentence of the pages that a person may read. What the service says comes from the service. */
export const texts = {
  product: {
    name: '一企来',
    hotline: '盐城12345企业热线',
    purpose: '政策问答',
  },

  page: {
    skip: '跳到提问框',
    topics: '热门问题',
    conversation: '对话区',
    log: '对话记录',
    restoring: '正在载入对话…',
    newBelow: '有新消息',
    toNewest: '回到最新消息',
    hotline: '也可以直接拨打',
    hotlineNumber: '12345',
    hotlineHint: '按语音导航选择“一企来”',
  },

  welcome: {
    title: '企业的事，问一企来',
    fallback: '这里是盐城12345企业热线。请直接用一句话说出您想问的政策或办事问题。',
    abilities: [
      { icon: 'book', title: '问政策', text: '税费、社保、补贴、招投标等，答复附发文单位和原文链接' },
      { icon: 'steps', title: '问办理', text: '条件、材料、时限、到哪里办，一句话就能问' },
      { icon: 'person', title: '找人工', text: '答不了的，可以转人工，或留言登记后由部门答复' },
    ],
    popular: '大家常问',
  },

  speaker: {
    ENTERPRISE: '您',
    ASSISTANT: '一企来',
    AGENT: '人工坐席',
    SPECIALIST: '政策专员',
    SYSTEM: '系统提示',
  },

  composer: {
    label: '您的问题',
    placeholder: '请输入您想咨询的问题',
    send: '发送',
    hint: 'Enter 发送，Shift + Enter 换行',
    left: (left: number) => `还可输入 ${left} 字`,
    over: (over: number) => `超出 ${over} 字，请精简后发送`,
  },

  outgoing: {
    sending: '发送中',
    waiting: '待发送，恢复连接后自动发出',
    failed: '未能发送',
    retry: '重新发送',
    edit: '修改',
    discard: '删除',
    thinking: '正在查找政策依据',
  },

  answer: {
    about: '答复',
    part: (part: number) => `问题${['一', '二', '三', '四'][part - 1] ?? part}`,
    sources: '政策依据',
    open: '查看原文',
    opensNew: '（在新窗口打开）',
    validUntil: (day: string) => `有效期至 ${day}`,
    validFrom: (day: string) => `自 ${day} 起施行`,
    expired: (day: string) => `已于 ${day} 失效`,
    region: (region: string) => `适用地区：${region}`,
    issuedOn: (day: string) => `${day}发布`,
    related: '您可能还想问',
    copy: '复制答复',
    copied: '已复制',
    copyFailed: '复制不了，请长按文字选择',
  },

  clarify: {
    options: '请选择您要问的是哪一个',
    picked: '已选',
    none: '都不是，找人工',
  },

  emergency: {
    title: '遇到紧急情况，请立即拨打',
    numbers: [
      { number: '110', label: '报警' },
      { number: '119', label: '火警' },
      { number: '120', label: '急救' },
    ],
    call: '拨打',
  },

  handoff: {
    person: '转人工',
    leave: '留言',
    chosenByPerson: '坐席会看到本次对话，无需重复说明。',
    title: '转接人工坐席',
    explain: '转接后，坐席能看到本次对话的内容，您不必重复说明。非服务时间或暂无坐席时，会为您登记工单。',
    confirm: '确认转接',
    cancel: '暂不转接',
    queued: '正在为您排队转接人工',
    position: (position: number) => (position <= 1 ? '您排在第 1 位' : `您排在第 ${position} 位`),
    wait: (minutes: number) => (minutes <= 1 ? '预计等待不到 1 分钟' : `预计等待约 ${minutes} 分钟`),
    active: '人工坐席正在为您服务',
    typing: '工作人员正在输入…',
    failed: '没有转接成功',
  },

  order: {
    filed: '工单已登记',
    number: '工单编号',
    due: (time: string) => `答复时限：${time}前`,
    keep: '请记下编号，办理进度可凭编号向 12345 查询。',
    copy: '复制编号',
    copied: '编号已复制',
  },

  form: {
    title: '留言',
    lead: '登记后生成工单，交由相关部门办理答复。',
    kind: '诉求类型',
    kinds: { CONSULT: '咨询', HELP: '求助', SUGGESTION: '建议', COMPLAINT: '投诉', REPORT: '举报' },
    description: '诉求内容',
    descriptionHint: '请写明事情经过、涉及的单位和您的希望',
    contact: '联系人',
    contactHint: '怎么称呼您',
    phone: '联系电话',
    phoneHint: '手机号，或带区号的座机号',
    privacy: '联系方式仅用于办理和答复本次诉求。',
    submit: '提交留言',
    submitting: '正在提交…',
    done: '完成',
    another: '再写一条',
    missingDescription: '请填写诉求内容。',
    longDescription: (limit: number) => `诉求内容不能超过 ${limit} 字。`,
    missingContact: '请填写联系人。',
    longContact: (limit: number) => `联系人不能超过 ${limit} 字。`,
    missingPhone: '请填写联系电话。',
    wrongPhone: '电话号码不正确，请填写 11 位手机号，或带区号的座机号，如 0515-88888888。',
    check: (count: number) => `有 ${count} 处需要修改`,
    notFiled: '没有提交成功，您填写的内容还在。',
  },

  rating: {
    offer: '这次服务您满意吗？',
    open: '去评价',
    dismiss: '不评价',
    title: '评价本次服务',
    lead: '您的评价会帮助我们改进。',
    grade: '满意程度',
    grades: [
      { grade: 5, label: '非常满意' },
      { grade: 4, label: '满意' },
      { grade: 3, label: '基本满意' },
      { grade: 2, label: '不满意' },
      { grade: 1, label: '非常不满意' },
    ],
    comment: '想说的话（选填）',
    commentLow: '哪里没做好，请告诉我们（选填）',
    missing: '请先选择满意程度。',
    submit: '提交评价',
    submitting: '正在提交…',
    thanks: '谢谢您的评价',
    thanksText: '评价已收到。',
    rated: '已评价',
    notSaved: '评价没有提交成功，请稍后再试。',
  },

  menu: {
    open: '更多操作',
    person: '转人工',
    leave: '留言',
    rate: '评价服务',
    topics: '热门问题',
    fresh: '新会话',
  },

  fresh: {
    title: '开始新会话',
    text: '现在的对话会从这台设备上收起，已登记的工单不受影响。',
    textUnsent: '还有没发出的消息，开始新会话后将不再发送。',
    confirm: '开始新会话',
    rateFirst: '先评价本次服务',
    cancel: '返回',
  },

  connection: {
    offline: '网络已断开。您可以继续输入，恢复后自动发送。',
    unreachable: '暂时连不上服务，正在重试。',
    slow: '服务繁忙，您的消息会自动重发。',
    again: '立即重试',
  },

  dialog: { close: '关闭' },

  problem: {
    unknown: '服务暂时没有响应，请稍后再试，或拨打 12345。',
    unreachable: '网络不通，请检查网络后再试。',
    again: '本次会话已失效，已为您开始新会话，请再试一次。',
  },
} as const
