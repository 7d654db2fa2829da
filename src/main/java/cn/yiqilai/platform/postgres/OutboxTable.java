package cn.yiqilai.platform.postgres;

import cn.yiqilai.platform.outbox.Dispatch;
import cn.yiqilai.platform.outbox.DispatchState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The outbox as rows. */
@ApplicationScoped
public class OutboxTable {
    private final Jdbi jdbi;

    OutboxTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return false when there is one of this key; nothing was written */
    public boolean insert(UUID id, Dispatch dispatch, Instant now, Instant giveUpAt) {
        return jdbi.withHandle(handle -> {
            if (isKnown(handle, dispatch.key())) {
                return false;
            }
            var seq = nextSeq(handle, dispatch.destination(), dispatch.subject());
            var written = insert(handle, id, dispatch, seq, now, giveUpAt);
            if (!written && seq > 0) {
                giveBack(handle, dispatch);
            }
            return written;
        });
    }

    private static boolean insert(Handle handle, UUID id, Dispatch dispatch, long seq, Instant now, Instant giveUpAt) {
        return handle.createUpdate("""
                        INSERT INTO outbox (id, kind, destination, subject, seq, key, payload, state, put_at, due_at,
                            give_up_at)
                        VALUES (:id, :kind, :destination, :subject, :seq, :key, :payload, 'WAITING', :now, :now,
                            :giveUpAt)
                        ON CONFLICT (key) DO NOTHING""")
                        .bind("id", id)
                        .bind("kind", dispatch.kind())
                        .bind("destination", dispatch.destination())
                        .bind("subject", dispatch.subject())
                        .bind("seq", seq)
                        .bind("key", dispatch.key())
                        .bind("payload", dispatch.payload())
                        .bind("now", now)
                        .bind("giveUpAt", giveUpAt)
                        .execute()
                == 1;
    }

    private static boolean isKnown(Handle handle, String key) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM outbox WHERE key = :key)")
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
    }

    /** Holds the subject until the transaction ends: the next message of it waits for this one. */
    private static long nextSeq(Handle handle, String destination, @Nullable String subject) {
        if (subject == null) {
            return 0;
        }
        return handle.createQuery("""
                        INSERT INTO outbox_subject AS old (destination, subject, last_seq)
                        VALUES (:destination, :subject, 1)
                        ON CONFLICT (destination, subject) DO UPDATE SET last_seq = old.last_seq + 1
                        RETURNING last_seq""")
                .bind("destination", destination)
                .bind("subject", subject)
                .mapTo(Long.class)
                .one();
    }

    /** Two of the same key at once: the second has waited for the first, and its number is free again. */
    private static void giveBack(Handle handle, Dispatch dispatch) {
        handle.createUpdate("""
                        UPDATE outbox_subject SET last_seq = last_seq - 1
                        WHERE destination = :destination AND subject = :subject""")
                .bind("destination", dispatch.destination())
                .bind("subject", dispatch.subject())
                .execute();
    }

    public Optional<DispatchState> stateOf(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT state FROM outbox WHERE key = :key")
                .bind("key", key)
                .mapTo(DispatchState.class)
                .findOne());
    }
}
