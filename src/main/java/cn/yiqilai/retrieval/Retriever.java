package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Query;

/** Finds what fits a query. Shareable between threads. */
public interface Retriever {
    /** @param limit entries wanted, 1..100 */
    Ranking retrieve(Query query, int limit);
}
