/**
 * The index on disk.
 *
 * <p>A folder under {@code DATA_DIR}; its commit data names the encoder, the analyzer's fingerprint and the number of the
 * last change it holds. At start the files' checksums are verified; a damaged index, or one made with another encoder or
 * other language data, is thrown away and built anew, and the service is not ready before.
 *
 * <p>Vectors are scanned exactly: with some thousand questions that costs less than a millisecond and misses nothing, while
 * a graph over near-duplicate questions loses a quarter of the true neighbours. Restriction to what is in force is a filter
 * of the very same query, in every way of searching.
 */
@NullMarked
package cn.yiqilai.retrieval.lucene;

import org.jspecify.annotations.NullMarked;
