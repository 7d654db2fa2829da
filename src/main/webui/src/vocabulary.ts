/**
 * What people call the constants of the interface. Each list is complete: a constant that the service learns and that has no
 * word here does not compile.
 */
import type { components } from '@/api/schema'

type Schemas = components['schemas']
type Words<Constant extends string> = Readonly<Record<Constant, string>>

export const kinds: Words<Schemas['WorkOrderKind']> = {
  CONSULT: '咨询',
  HELP: '求助',
  SUGGESTION: '建议',
  COMPLAINT: '投诉',
  REPORT: '举报',
}

export const origins: Words<Schemas['DirectReportOrigin']> = {
  VISIT: '走访调研',
  CONTACT_POINT: '挂钩联系点',
  SERVICE_WINDOW: '涉企服务窗口',
}

export const periodLengths: Words<Schemas['PeriodLength']> = {
  MONTH: '月',
  QUARTER: '季度',
  YEAR: '年',
}

export const flags: Words<Schemas['WorkOrderFlag']> = {
  HARD_CASE: '疑难复杂',
  IMPORTANT: '重要件',
  LEADER_ASSIGNED: '领导交办',
  CITY_LEADER: '市领导交办',
  UNRESOLVED: '未解决的件',
  WIDESPREAD: '面上重大问题',
  JOINT: '联合办理',
  URGENT_NIGHT: '次紧急',
  MAJOR_LIVELIHOOD: '重大民生',
  SPECIAL_SOURCE: '特定来源',
}

export const steps: Words<Schemas['DeadlineStep']> = {
  DISPATCH: '派单',
  SIGN: '签收',
  FIRST_CONTACT: '首次联系',
  RETURN_REQUEST: '申请退回',
  REPLY: '答复',
  CLOSE: '办结',
  FEEDBACK: '结果反馈',
  NIGHT_CONTACT: '夜间来电联系',
  MISSED_CALL: '未接来电回拨',
}

/** How far a reminder has climbed. */
export const rungs = {
  DUE_TOMORROW: '到期前一个工作日',
  DUE_SOON: '即将到期',
  OVERDUE: '已超期',
  OVERDUE_A_DAY: '超期一个工作日',
  OVERDUE_THREE_DAYS: '超期三个工作日',
} as const

export const states: Words<Schemas['WorkOrderState']> = {
  REGISTERED: '登记',
  DECLINED: '不予受理',
  ANSWERED_ONLINE: '在线解答',
  THREE_WAY_CALL: '三方通话',
  AWAITING_DISPATCH: '待派',
  DISPATCHED: '待签收',
  IN_PROGRESS: '办理中',
  RETURN_REQUESTED: '退回审核',
  JOINT_HANDLING: '联合会办',
  UNDER_APPROVAL: '单位审签',
  UNDER_REVIEW: '答复认定',
  CLOSED: '办结',
  SMS_CALLBACK: '短信回访',
  HUMAN_CALLBACK: '人工回访',
  RECTIFYING: '整改',
  DIRECTLY_REPORTED: '直报已办结',
  ARCHIVED: '归档',
}

export const deeds: Words<Schemas['WorkOrderDeed']> = {
  REGISTERED: '登记',
  AMENDED: '更正登记',
  DOUBT_RAISED: '上报疑问',
  DECLINED: '不予受理',
  ANSWERED_ONLINE: '在线解答',
  THREE_WAY_STARTED: '开始三方通话',
  THREE_WAY_ENDED: '结束三方通话',
  FORMED: '形成工单',
  DISPATCHED: '派单',
  SIGNED: '签收',
  CONTACTED: '首次联系',
  PASSED_ON: '上报或转交',
  RETURN_REQUESTED: '申请退回',
  RETURN_APPROVED: '同意退回',
  RETURN_REJECTED: '不同意退回',
  EXTENSION_REQUESTED: '申请延期',
  EXTENSION_APPROVED: '批准延期',
  EXTENSION_REJECTED: '不批准延期',
  JOINT_CONVENED: '召集联合会办',
  JOINT_CONCLUDED: '会办结论',
  REPLY_PROPOSED: '拟写答复',
  REPLY_APPROVED: '审签答复',
  REPLY_ACCEPTED: '认定通过，办结',
  REPLY_SENT_BACK: '答复退回补充',
  RESULT_TOLD: '反馈结果',
  TEXTED: '发出短信',
  RATED: '企业评价',
  CALLBACK_WITHOUT_RATING: '回访未得到评价',
  RECTIFIED: '核实整改',
  SUPERVISED: '督办',
  REMINDED: '催办',
  FLAG_SET: '加标记',
  FLAG_CLEARED: '去标记',
  SOURCE_LIMIT_SET: '登记来源规定的期限',
  OPINION_DEMANDED: '要求书面意见',
  OPINION_WRITTEN: '出具书面意见',
  RECOMPUTED: '期限重算',
  ARCHIVED: '归档',
}

export const trialDeeds: Words<Schemas['TimelineDeed']> = {
  RECEIVE: '收到诉求',
  FORM: '形成工单',
  DISPATCH: '派单',
  SIGN: '签收',
  CONTACT: '首次联系',
  REQUEST_RETURN: '申请退回',
  DECIDE_RETURN: '退回审核',
  REQUEST_EXTENSION: '申请延期',
  DECIDE_EXTENSION: '延期审核',
  SUBMIT_REPLY: '提交答复',
  REVIEW_REPLY: '答复认定',
  SET_FLAG: '加标记',
  CLEAR_FLAG: '去标记',
  MISSED_CALL: '来电未接',
  CALL_BACK: '回拨',
  RESULT_TOLD: '告知结果',
  RATE: '企业评价',
}

export const trialOutcomes: Words<Schemas['TimelineOutcome']> = {
  ACCEPTED: '有效',
  REFUSED_DEADLINE_PASSED: '期限已过',
  REFUSED_OVER_CAP: '超过上限',
  REFUSED_WINDOW_CLOSED: '不在可申请的时段',
}

export const followUps: Words<Schemas['FollowUpThen']> = {
  SMS_CALLBACK: '短信回访',
  HUMAN_CALLBACK: '人工回访',
  RECTIFICATION: '核实整改',
  SUPERVISION: '督办',
  VERIFICATION: '回访复核',
  COORDINATION: '专题协调',
  ADMONITION: '约谈、通报',
  HANDOVER: '移交有关单位',
}

export const ratingChannels: Words<Schemas['RatingChannel']> = { SMS: '短信', HUMAN: '人工' }

export const grades: Readonly<Record<number, string>> = { 5: '非常满意', 4: '满意', 3: '一般', 2: '不满意', 1: '非常不满意' }

export const roles: Words<Schemas['Role']> = {
  ENTERPRISE: '企业',
  AGENT: '坐席',
  SPECIALIST: '政策专员',
  DEPARTMENT: '承办部门',
  EDITOR: '知识编辑',
  REVIEWER: '知识审核',
  SUPERVISOR: '督办',
  ADMIN: '管理员',
}

export const dayKinds: Words<Schemas['CalendarDayKind']> = {
  WORKING: '工作日',
  WEEKEND: '周末',
  HOLIDAY: '放假',
  MAKE_UP: '调休上班',
}

export const weekdays: Readonly<Record<string, string>> = {
  MONDAY: '周一',
  TUESDAY: '周二',
  WEDNESDAY: '周三',
  THURSDAY: '周四',
  FRIDAY: '周五',
  SATURDAY: '周六',
  SUNDAY: '周日',
}

export const findings: Words<Schemas['Finding']> = { TRUE: '属实', PARTLY_TRUE: '部分属实', UNTRUE: '不属实' }

export const resolutions: Words<Schemas['Resolution']> = { RESOLVED: '已解决', STEPWISE: '分步解决', EXPLAINED: '解释说明' }

export const signingLevels: Words<Schemas['SigningLevel']> = {
  DEPUTY: '单位分管领导',
  HEAD: '单位主要负责人',
  GOVERNMENT: '县（市、区）政府分管领导',
}

export const scopes: Words<Schemas['Scope']> = {
  PROVINCIAL_SERVICE: '第八条（一）省级政务服务的咨询、协同与效能投诉',
  ACROSS_CITIES: '第八条（二）设区市12345受理的跨市域转办',
  NATIONAL_PLATFORM: '第八条（三）国家平台交办',
  REGIONAL_PLATFORM: '第八条（四）区域平台诉求',
  SHARED_PLATFORM: '第八条（五）共建平台诉求',
  ASSIGNED_TASK: '第八条（六）省委、省政府交办的其他任务',
}

export const declineGrounds: Words<Schemas['DeclineGround']> = {
  OUTSIDE_JURISDICTION: '第九条（一）非行政管辖权范围内的事项',
  LEGAL_PROCEEDINGS: '第九条（二）已进入或须通过信访、仲裁、复议、诉讼程序',
  SECRET: '第九条（三）涉及国家秘密、商业秘密、个人隐私',
  ABUSIVE_OR_UNFOUNDED: '第九条（四）恶意侮辱诽谤、不具体或缺乏依据无法办理',
  EMERGENCY: '第九条（五）110、119、120 等紧急救助事项',
  OTHER: '第九条（六）其他不予受理事项',
}

export const disposals: Words<Schemas['Disposal']> = {
  DIRECT_ANSWER: '直接解答',
  THREE_WAY_CALL: '三方通话',
  WORK_ORDER: '派发工单',
  WINDOW_LINKAGE: '专席窗口联动',
  SPECIAL_CHANNEL: '专项服务通道',
}

export const supervisionTriggers: Words<Schemas['SupervisionTrigger']> = {
  MAJOR_LIVELIHOOD: '第二十五条（一）重大民生、中心工作',
  POOR_HANDLING: '第二十五条（二）办理质量差、推诿敷衍',
  ASSIGNED_FROM_ABOVE: '第二十五条（三）指定办理、上级交办、媒体曝光',
  ACROSS_LEVELS: '第二十五条（四）跨层级、涉及部门多、难度大',
  UNRESOLVED: '第二十五条（五）应解决而未解决',
  OVERDUE: '超期',
  FIRST_BAD_RATING: '一次评价不满意',
  URGENT_HARDSHIP: '急难愁盼',
}

export const supervisionMeasures: Words<Schemas['SupervisionMeasure']> = {
  VERIFICATION_CALL: '回访复核',
  SUPERVISION_ORDER: '工单督办',
  COORDINATION: '专题协调督办',
  INTERVIEW: '约谈',
  CIRCULAR: '通报',
  SPECIAL_REPORT: '信息专报',
}

/** What a second look at orders is for. */
export const purposes: Words<Schemas['ProgrammePurpose']> = {
  QUALITY_CHECK: '质效抽查',
  CALLBACK: '定期回访',
  INSPECTION: '督查项目',
  SPECIAL_REPORT: '工作专报',
}

/** What an office has told of a clue; the sanctions are those of 第二十九条. */
export const handoverNews: Words<Schemas['HandoverNewsKind']> = {
  RECEIVED: '签收',
  CIRCULAR: '通报',
  ADMONITION: '诫勉',
  REORGANISATION: '组织调整或者组织处理',
  DISCIPLINE: '纪律处分',
  TOLERANCE: '容错纠错',
  NO_ACTION: '不予问责',
}

/** Whose supervision a unit answers to (第二十七条). */
export const inquirySources: Words<Schemas['InquirySource']> = {
  PARTY: '党内监督',
  CONGRESS: '人大监督',
  CONSULTATIVE: '政协和民主党派监督',
  PUBLIC: '社会公众监督',
  MEDIA: '媒体监督',
  SUPERVISION: '热线督办',
  BULLETIN: '通报',
}

export const audiences: Words<Schemas['BulletinAudience']> = { UNITS: '成员单位', PUBLIC: '社会' }

export const jointCauses: Words<Schemas['JointCause']> = {
  ACROSS_UNITS: '跨部门、跨地区',
  UNCLEAR_DUTY: '责任主体不明确',
}

export const unitKinds: Words<Schemas['UnitKind']> = {
  PLATFORM: '平台',
  DEPARTMENT: '部门',
  SUB_UNIT: '下属单位',
  TOWN: '镇（街道）',
  COMPANY: '公共服务企业',
}

export const unitLevels: Words<Schemas['UnitLevel']> = {
  PROVINCE: '省级',
  CITY: '市级',
  COUNTY: '县级',
  PARK: '园区',
  TOWN: '镇级',
}

/** The word for a constant that came as plain text; the constant itself when it is a stranger. */
export function wordOf(words: Readonly<Record<string, string>>, constant: string | null | undefined): string {
  return constant ? (words[constant] ?? constant) : ''
}

export const clockStarts: Words<Schemas['ClockStart']> = {
  RECEIVE: '收到诉求起',
  NIGHT_RECEIVE: '非工作时段收到诉求起',
  FORM: '形成工单起',
  DISPATCH: '派单起',
  ACCEPTED_REPLY: '办结起',
  MISSED_CALL: '来电未接起',
}

/** Where a document can be read in two ways, by the names of the profiles (docs/deadlines.md). */
export const readings: Readonly<Record<string, string>> = {
  working_day_count: 'N 个工作日怎样数',
  deadline_comparison: '恰在到期时刻',
  unit_clock_start: '单位的期限从何时起',
  sign_and_first_contact: '签收与首次联系',
  clock_during_return_extension_review: '退回、延期、认定期间',
  extension_request_must_be: '延期申请须在',
  extension_count: '延期怎样数',
  late_extension_decision: '届满后才批准的延期',
  reply_on_time_test: '答复是否按时，看',
  plain_hours_and_minutes: '小时、分钟',
  night_window: '夜间',
  night_contact: '夜间来电的联系期限',
  extension_cap: '延期上限',
  joint_cap: '联合办理上限',
  three_way_share: '三方通话占比 4%',
  closed_at: '办结时刻',
  evaluation_period: '计入的评价期',
  fallback_profile: '参照其他城市',
  quarter: '季度',
  next_notice_missing: '放假通知未公布',
  after_hours_dispatch: '下班后派单',
  hard_case_scope: '疑难复杂的范围',
  first_dissatisfied: '一次评价不满意',
  redispatch_after_return: '退回后重派',
  missed_call: '来电未接 24 小时',
}

export const readingOptions: Readonly<Record<string, string>> = {
  start_day_excluded_end_at_close_of_business: '派单当日不计，至第 N 个工作日下班',
  start_day_excluded_end_at_midnight: '派单当日不计，至第 N 个工作日 24:00',
  on_time_if_at_or_before: '算按时',
  on_time_if_before: '算超期',
  dispatch_instant: '派单之时',
  signing_instant: '签收之时',
  both_within_the_limit: '都须在限内',
  keeps_running: '期限照走',
  strictly_before_deadline: '届满之前',
  at_or_before_deadline: '届满之时或之前',
  working_days_from_the_old_due_day: '自原到期日起数工作日',
  acts_back: '效力回到申请之时',
  submission_of_the_version_that_passes: '获通过的那一稿的提交时刻',
  acceptance: '认定通过的时刻',
  clock_time: '按自然时间',
  outside_first_opening_to_last_closing: '首个上班至最后下班以外，午休不算',
  outside_every_opening: '凡不办公的时段，午休也算',
  binds_the_contact: '即首次联系的期限',
  beside_the_first_contact: '与首次联系各自计算',
  length_of_the_extension: '指延长的天数',
  total_from_the_start: '指连同原期限',
  total_from_receipt: '自收到起连同原期限',
  length_of_the_joint_extension: '指延长的天数',
  warn: '提醒，不拦阻',
  accepted_reply_instant: '答复获认定之时',
  month_of_closing: '办结的当月',
  explicit_dated_switch: '须明示启用并定生效日',
  calendar_quarter: '自然季度',
  weekdays_minus_statutory_days_provisional: '周一至周五减法定假日，暂定',
  belongs_to_its_calendar_day: '归派单当日，工作小时自下次上班起',
  ten_day_family_only: '只及十个工作日的几类',
  every_kind: '各类都适用',
  first_rating_on_any_channel: '任一渠道的首次评价',
  first_human_rating: '首次人工回访的评价',
  fresh_unit_clocks: '新单位重新起算，企业等待照计',
  call_back_and_result: '须回拨并告知结果',
  call_back_alone: '回拨即可',
}

/** The four checks of a unit on its own reply. */
export const checks: Words<keyof Schemas['FourChecks']> = {
  investigated: '调查清楚',
  concluded: '明确结论',
  handled: '有效处理',
  communicated: '沟通到位',
}

/** What a reply is judged by. */
export const reviewPoints = {
  standard: { word: '规范', means: '按模版填写，用语得当，签批层级相符' },
  specific: { word: '具体', means: '针对所反映的事项，有事实、结论和依据' },
  complete: { word: '完整', means: '每一项诉求都有答复，后续措施和联系方式齐全' },
} as const

export const directoryParts: Words<Schemas['DirectoryPart']> = {
  UNITS: '单位',
  LEADERS: '签批领导',
  DUTY_CONTACTS: '值班联系人',
  FILING_CODES: '归口编码',
  WINDOWS: '登记窗口',
  SPECIALISTS: '政策专员',
  ROTA: '专员值守',
  KEY_ENTERPRISES: '重点企业',
  MAJOR_PROJECTS: '重大项目',
}

export const directoryGaps: Words<Schemas['DirectoryGap']> = {
  DEPUTY: '缺分管领导',
  HEAD: '缺主要负责人',
  GOVERNMENT: '缺政府分管领导',
  DUTY_CONTACT: '缺值班联系人',
  RESPONSIBLE_OFFICE: '缺责任处室',
  SPECIALISTS: '政策专员人数不符',
}

/** What the cities' documents fix beside the limits, by section and name of the profiles. */
export const provisionSections: Readonly<Record<string, string>> = {
  calendar: '时间',
  acceptance: '受理',
  online: '在线解答',
  joint: '联合办理',
  reply: '答复',
  call_back: '回访',
  rota: '轮值',
  policy_push: '政策推送',
  survey: '问卷',
  test_calls: '拨测',
  evaluation: '评估',
  retention: '保存',
  channels: '渠道',
  direct_report: '直报',
  supervision: '督办',
  reports: '报告',
  organisations: '单位',
  capacity: '力量',
  tags: '标签',
  libraries: '资料库',
}

export const provisions: Readonly<Record<string, string>> = {
  accountability_evidence: '问责情形',
  approval: '签批',
  assignment: '分派原则',
  authorisation_columns: '授权表列',
  authorisation_needs: '授权要求',
  cadence: '周期',
  chain: '环节',
  checks: '自查',
  closed: '已办结的',
  complex_consult: '复杂咨询',
  comprehensive_analysis: '综合分析报告',
  convened_by: '召集',
  coordination_deadline: '协调时限',
  counting: '计入',
  days: '轮值日',
  deadline: '时限',
  dedicated_desks: '专席',
  direct_report: '部门直报',
  disposal_modes: '处置方式',
  emergency_daily: '应急日报',
  enterprise: '企业标签',
  explanation: '解释说明',
  filing_codes: '归口编码',
  finding: '是否属实',
  hot_and_analysis_brief: '热点与分析专报',
  hours: '轮值时间',
  industry_chains: '产业链',
  inputs: '评估内容',
  inspection: '督查',
  intake_hours: '受理时间',
  ivr: '语音导航',
  key_project_columns: '重点项目表列',
  knowledge_columns: '知识表列',
  knowledge_form: '知识形式',
  knowledge_order: '知识报送',
  lead: '牵头',
  listed: '列名单位',
  listed_departments: '列名部门',
  media: '渠道',
  must_keep: '须保存',
  no_answer: '无人应答',
  not_closed: '未办结的',
  not_soon: '短期不能解决的',
  off_hours: '非工作时段',
  office_hours: '办公时间',
  on_holidays: '节假日轮值',
  on_rejection: '不予受理时',
  origins: '来源',
  over_level: '超出层级的',
  per_session: '每次推送',
  public_bulletin: '公开通报',
  publish: '公布',
  quality_check: '质量检查',
  quarterly_columns: '季度汇总表列',
  questionnaire: '问卷',
  rating: '评价',
  real_name: '实名',
  recordings: '录音',
  rectification_deadline: '整改时限',
  registration_windows: '登记窗口',
  rejection: '不予受理',
  resubmit_within: '补充答复',
  review_fails: '退回补充的情形',
  self_report: '企业自报',
  service_desks: '服务席位',
  simple_consult: '简单咨询',
  sms: '短信回访',
  sms_deadline: '短信回访时限',
  specialist_columns: '政策专员表列',
  specialist_remarks: '政策专员备注',
  specialist_types: '政策专员类型',
  specialists_per_department: '每部门政策专员',
  star_enterprise_columns: '星级企业表列',
  star_enterprise_minimum: '星级企业',
  subjects: '服务对象',
  submission_day: '报送日',
  template: '答复模版',
  topics: '主题',
  transfer_numbers: '转接号码',
  unresolved_class_brief: '一类事专报',
  upload_realtime: '实时归集',
  whistle: '吹哨',
  whitelist: '白名单',
  wishes: '诉求',
  work_orders: '工单',
  written_opinion: '书面意见',
}

export const contactStates: Words<Schemas['ContactState']> = {
  QUEUED: '排队中',
  RINGING: '呼叫中',
  OWNED: '接待中',
  HELD: '稍候',
  RETURNED: '已交回智能助手',
  ENDED: '已结束',
  ABANDONED: '企业已离开',
  MISSED: '未接通',
}

export const handoffCauses: Words<Schemas['HandoffCause']> = {
  BUTTON: '点了转人工',
  WANTS_HUMAN: '要求人工',
  LOW_CONFIDENCE: '没有把握',
  EXPIRED_POLICY: '政策已过期',
  OTHER_REGION: '外地政策',
  STANDING: '直达专席',
}

export const reasons: Words<Schemas['Reason']> = {
  LOW_CONFIDENCE: '没有把握',
  WANTS_HUMAN: '要求人工',
  NEEDS_WORK_ORDER: '须登记工单',
  EXPIRED_POLICY: '政策已过期',
  OTHER_REGION: '外地政策',
  AMBIGUOUS: '几条都像',
  EMERGENCY: '紧急情况',
  NOT_ACCEPTED: '不予受理的事项',
  CITIZEN_MATTER: '市民事项',
  CHITCHAT: '闲谈',
}

export const channels: Words<Schemas['Channel']> = { WEB: '网页', APP: '客户端', WECHAT: '微信', VOICE: '电话', SMS: '短信' }

export const assurances: Words<Schemas['Assurance']> = { DECLARED: '自报', VERIFIED: '已核验' }

export const presences: Words<Schemas['PresenceState']> = { AVAILABLE: '空闲', PAUSED: '小休', AFTER_CALL: '话后整理', OFFLINE: '离线' }

export const speakers: Words<Schemas['Speaker']> = { ENTERPRISE: '企业', ASSISTANT: '一企来', AGENT: '坐席', SPECIALIST: '政策专员', SYSTEM: '系统' }

export const deskAudiences: Words<Schemas['DeskAudience']> = { EVERYBODY: '', KEY_ENTERPRISES: '重点企业', MAJOR_PROJECTS: '重大项目' }

export const contactEvents: Words<Schemas['ContactEventType']> = {
  QUEUED: '进入排队',
  RINGING: '呼叫坐席',
  UNANSWERED: '坐席未应答',
  TAKEN: '坐席接入',
  MESSAGE: '消息',
  HELD: '请企业稍候',
  RESUMED: '恢复接待',
  TRANSFERRED: '转接',
  DROPPED: '坐席掉线',
  RETURNED: '交回智能助手',
  ENDED: '结束',
  NOTED: '写了小结',
  ABANDONED: '企业离开',
  MISSED: '未接通',
  FILED: '已登记工单',
  CALLED_BACK: '回拨',
  SPECIALIST_RINGING: '呼叫政策专员',
  SPECIALIST_PASSED: '政策专员未接',
  SPECIALIST_JOINED: '政策专员加入',
  SPECIALIST_LEFT: '政策专员退出',
  INVITATION_CANCELLED: '取消邀请',
  UNREACHED: '没有专员能加入',
  PRESENCE: '坐席状态',
}

export const noAnswers: Words<Schemas['NoAnswer']> = {
  NO_ENTRY: '知识库没有',
  NOT_SPECIFIC: '不够具体',
  OUT_OF_DATE: '已经过时',
  CONTRADICTORY: '前后矛盾',
}

export const invitationStates: Words<Schemas['InvitationState']> = {
  RINGING: '呼叫中',
  JOINED: '已加入',
  LEFT: '已退出',
  UNREACHED: '没有人能加入',
  CANCELLED: '已取消',
}

export const ringOutcomes: Words<Schemas['RingOutcome']> = {
  RINGING: '可呼叫',
  ACCEPTED: '已接',
  DECLINED: '不能加入',
  UNANSWERED: '未接',
  BUSY: '正忙',
  NO_ACCOUNT: '没有账号',
  CANCELLED: '已取消',
}
