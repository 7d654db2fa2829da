/** Desks, contacts and what happened to them, as rows. Whoever changes a contact holds the switchboard's row. */
@NullMarked
package cn.yiqilai.handoff.postgres;

import org.jspecify.annotations.NullMarked;
