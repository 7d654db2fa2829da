/** The vectors in PostgreSQL: by model and digest of the text, four bytes a number, little endian. */
@NullMarked
package cn.yiqilai.retrieval.postgres;

import org.jspecify.annotations.NullMarked;
