/**
 * Curated entries: one question, one approved answer, and everything that makes the question found.
 *
 * <p><b>What comes in.</b> Editors write entries by hand ({@link cn.yiqilai.knowledge.Curation}) or bring a file ({@link
 * cn.yiqilai.knowledge.KnowledgeImport}); an empty database is filled from a folder at start ({@link
 * cn.yiqilai.knowledge.KnowledgeSeed}). Whichever way it comes, an {@link cn.yiqilai.knowledge.EntryForm} is what somebody
 * sent, and only {@link cn.yiqilai.knowledge.EntryRules} makes an {@link cn.yiqilai.knowledge.Entry} of it.
 *
 * <p><b>What goes out.</b> {@link cn.yiqilai.knowledge.PublishedKnowledge}: what may be said to an enterprise, and nothing
 * else. Whoever follows it takes a snapshot, then asks for the changes behind its number; {@link
 * cn.yiqilai.knowledge.KnowledgeChanged} only says that asking is worth while now.
 *
 * <p><b>Between the two</b> stands a second person. A draft is submitted, somebody else approves it or sends it back;
 * {@link cn.yiqilai.knowledge.CuratedEntry} draws the states. A published entry may be rewritten: the enterprise goes on
 * reading the old text until the new one is approved. Nothing that was ever published is removed, it is retired.
 *
 * <p><b>An example.</b> {@code curation.create(entry, wang)} makes {@code vat-small-monthly} a DRAFT at version 1; {@code
 * submit} brings it to version 2, IN_REVIEW; {@code approve} by Wang himself is a 403, by Li it is PUBLISHED at version 3,
 * change 4711 is in the feed, and after the commit every replica hears {@code KnowledgeChanged(4711)}.
 *
 * <p><b>Why two kinds of numbers.</b> {@code version} counts every deed and protects against two editors writing over each
 * other; the number of an {@link cn.yiqilai.knowledge.EntryVersion} counts contents and answers "what did it say in March?".
 *
 * <p><b>Beside the entries</b> lie {@link cn.yiqilai.knowledge.Intent}s (a greeting, a wish for a person, an emergency) and the
 * language data (synonyms, stop words, dictionary). They have no drafts; {@link cn.yiqilai.knowledge.LanguageEditing}
 * changes them at once.
 *
 * <p>{@code knowledge.postgres} holds the tables, {@code knowledge.sheet} the file formats, {@code knowledge.web} the
 * operations.
 */
@NullMarked
package cn.yiqilai.knowledge;

import org.jspecify.annotations.NullMarked;
