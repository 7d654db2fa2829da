/**
 * An utterance becomes a form: what was said, in the shape in which it can be compared.
 *
 * <p>In comes a sentence as people type or say it: traditional script, full-width letters, fillers, slang, homophones. Out
 * comes a {@link cn.yiqilai.understanding.Form} with the original untouched beside
 *
 * <ul>
 *   <li>the <em>normal form</em>: simplified, half-width, lower case, digits for numerals;
 *   <li>the <em>content</em>: the normal form without fillers and with aliases replaced by the official term (执照 → 营业执照);
 *   <li><em>words</em> by index segmentation with the field's own dictionary, <em>grams</em> (characters and pairs), and
 *       <em>sounds</em> (syllables with the confusions of southern speech and of speech recognition folded together);
 *   <li>what matters for being right: years, places, amounts, negation, and the <em>aspect</em> that is asked for (how long,
 *       how much, where, which papers …).
 * </ul>
 *
 * <p>Questions of the knowledge go through the very same {@link cn.yiqilai.understanding.Analyzer}, so that both sides are
 * changed alike. {@link cn.yiqilai.understanding.Context} makes a follow-up ("那小规模呢") complete by what was asked before.
 *
 * <p>{@link cn.yiqilai.understanding.Inquiry} tells the questions of an utterance apart from its story, by the words and marks of
 * its {@link cn.yiqilai.understanding.Clause}s alone.
 *
 * <p>Example: {@code analyzer.form("請問註冊公司執照幾天能拿")} has content {@code 注册公司营业执照几天能拿}, aspect TIME.
 */
@NullMarked
package cn.yiqilai.understanding;

import org.jspecify.annotations.NullMarked;
