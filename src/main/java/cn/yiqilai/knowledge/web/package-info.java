/**
 * The knowledge base over HTTP, for editors, reviewers and administrators.
 *
 * <p>Whoever changes something names the {@code version} he saw; when somebody else was faster, the answer is a 409 with the
 * present state in {@code current}. Creating operations accept {@code Idempotency-Key}.
 */
@NullMarked
package cn.yiqilai.knowledge.web;

import org.jspecify.annotations.NullMarked;
