package cn.yiqilai.handoff;

/**
 * Something happened at a desk. Fired asynchronously after the commit, here and on the other replicas. Only a hint: it may be
 * lost or come late; whoever follows remembers how far he got and reads {@link ContactLog#after}.
 */
public record EventsAppended(long number) {}
