package cn.yiqilai.knowledge;

/**
 * Fired after the transaction that published, changed or withdrew something has committed; on the other replicas when the
 * hint arrives. Only a hint: whoever follows the knowledge polls {@link PublishedKnowledge#changesAfter} as well.
 */
public record KnowledgeChanged(long number) {}
