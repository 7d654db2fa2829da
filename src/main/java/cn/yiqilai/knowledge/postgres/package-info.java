/**
 * The knowledge base in PostgreSQL.
 *
 * <p>An entry is one row that says where it stands and one row a version that says what it said. Saving is guarded: {@link
 * cn.yiqilai.knowledge.postgres.EntryTables} writes the entry's row only when the row's version is the one before. Invariants
 * (one published version, approved by somebody else, content never rewritten) are constraints and triggers of the tables.
 *
 * <p>{@link cn.yiqilai.knowledge.postgres.ChangeTable} numbers what changes under a lock that is held until the commit. With a
 * plain sequence a reader at 7 could meet 6 later, when the slower transaction commits, and would never look back for it.
 */
@NullMarked
package cn.yiqilai.knowledge.postgres;

import org.jspecify.annotations.NullMarked;
