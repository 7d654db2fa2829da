/**
 * A query becomes a ranking of entries: by words, by sound, by meaning, combined.
 *
 * <p>The index holds a document for each <em>question</em>: the standard and similar ones of an entry, its negative ones, its
 * answer, and the examples of the intents. Each points to its {@link cn.yiqilai.retrieval.Target}. A search goes three ways
 * at once (characters and words by BM25, syllables by BM25, vectors as exactly as a scan of all), each already restricted to what is in
 * force on the day and in the place of the asker. Whatever any way brings forward becomes a candidate, and for each
 * candidate all {@link cn.yiqilai.retrieval.Signal}s are computed; a small linear {@link cn.yiqilai.retrieval.RankingModel}
 * adds them up. So no way can push another out, and every hit can say why it stands where it stands.
 *
 * <p>Intents compete in the same ranking: "着火了" must beat the fire-safety permit by evidence, not by a rule in front.
 *
 * <p>What is <em>not</em> in force is searched apart and comes back as withheld, with the reason, so that the service can say
 * "that rule ended" instead of "I don't know".
 *
 * <p>Example: for 个体户一个月卖九万要交税吗 the entry vat-small-monthly comes first with COSINE 0.83, GRAMS 0.31, AMOUNT 1.
 *
 * <p>What was read out of the texts lies in {@link cn.yiqilai.retrieval.StoredForms} beside the index, so that a start analyses
 * only what changed.
 *
 * <p>{@code retrieval.lucene} is the index on disk, {@code retrieval.onnx} the encoder, {@code retrieval.postgres} the store
 * of vectors (computed once per text and model).
 */
@NullMarked
package cn.yiqilai.retrieval;

import org.jspecify.annotations.NullMarked;
