package cn.yiqilai.workorder;

/** Nobody has anything to do any more; nothing leads out of these states. */
public sealed interface Ended extends WorkOrder permits Declined, AnsweredOnline, Archived {}
