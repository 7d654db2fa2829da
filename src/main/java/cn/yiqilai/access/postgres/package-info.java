/** Accounts, sessions and the audit trail in PostgreSQL. The trail's rows refuse change by trigger, not by good manners. */
@NullMarked
package cn.yiqilai.access.postgres;

import org.jspecify.annotations.NullMarked;
