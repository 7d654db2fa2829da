/**
 * Meaning: bge-small-zh v1.5 (quantised) on ONNX Runtime, inside this process, behind LangChain4j's {@code EmbeddingModel}.
 *
 * <p>A sentence becomes 512 numbers of length one; the vector of the first position ([CLS]) is the sentence's. Sentences are
 * encoded one at a time, because a quantised model gives slightly different vectors within a batch, and without the
 * instruction prefix, which lowers the distance between questions that mean different things. At most 64 tokens are read.
 *
 * <p>The encoder is most of the cost of a question. It runs on one thread an inference, as many inferences at once as there
 * are cores; more would only make all of them slower.
 */
@NullMarked
package cn.yiqilai.retrieval.onnx;

import org.jspecify.annotations.NullMarked;
