/**
 * PostgreSQL: the one place where something is remembered for good.
 *
 * <p>{@link cn.yiqilai.platform.postgres.EmbeddedServer} runs a real server of its own under {@code DATA_DIR} when no
 * {@code DATABASE_URL} is given, with the settings that keep acknowledged writes. {@link
 * cn.yiqilai.platform.postgres.JdbiProducer} gives the rooms their way to speak SQL: plain statements, records as rows.
 *
 * <p>A use case that writes is {@code @Transactional}; a handle opened inside joins that transaction, also across rooms, so
 * an audit line stands or falls with what it tells of. Handles never call {@code begin} or {@code commit} themselves.
 *
 * <p>Why the embedded server is adopted: after {@code kill -9} of the service the server lives on and still holds its data
 * directory. The next start finds it by {@code postmaster.pid}, checks that it is really the one of this directory, and
 * goes on with it instead of waiting half a minute and failing.
 */
@NullMarked
package cn.yiqilai.platform.postgres;

import org.jspecify.annotations.NullMarked;
