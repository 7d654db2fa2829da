package cn.yiqilai.platform.outbox;

/** There is something for that destination; observed after the commit. A hint: whoever looks finds it without one. */
public record DispatchPut(String destination) {}
