package cn.yiqilai.city;

/** Rules and the text that they were read from, which is kept so that an order can be counted by them for ever. */
public record WrittenRules(ServiceRules rules, String text) {}
