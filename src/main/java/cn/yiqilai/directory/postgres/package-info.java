/** The organisation, its people and its tables as rows. What must always be true of them stands in the migration. */
@NullMarked
package cn.yiqilai.directory.postgres;

import org.jspecify.annotations.NullMarked;
