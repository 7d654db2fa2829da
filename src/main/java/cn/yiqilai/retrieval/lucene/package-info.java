/**
 * The index on disk.
 *
 * <p>A folder under {@code DATA_DIR}; its commit data names the encoder, the analyzer's fingerprint and the number of the
 * last change it holds. At start the files' checksums are verified; a damaged index, or one made with another encoder or
 * other language data, is thrown away and built anew, and the service is not ready before.
 *
 * <p>What is searched lies in memory, once for each segment ({@code Segment}): which documents have a term, and the vectors with
 * eight bits a number. Terms are added up by Lucene's BM25 formula; vectors are compared by their codes, and those that may be
 * among the nearest exactly; of very many vectors only those whose sketches ({@code Sketches}) come nearest are compared, as many as a
 * check against the exact scan says ({@code ShortList}). But for that, what comes out is what Lucene's own search and an exact scan of all vectors give ({@code
 * PlainSearch}, which the tests and the benchmark compare with), for a fraction of the cost; a graph over near-duplicate
 * questions would lose a quarter of the true neighbours. Restriction to what is in force holds in every way of searching.
 */
@NullMarked
package cn.yiqilai.retrieval.lucene;

import org.jspecify.annotations.NullMarked;
