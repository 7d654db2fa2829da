package cn.yiqilai.handoff.postgres;

import cn.yiqilai.handoff.ContactEvent;
import cn.yiqilai.handoff.ContactId;
import cn.yiqilai.handoff.ContactLog;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One row an event. The row of the last number is the room's lock. */
@ApplicationScoped
class ContactLogTable implements ContactLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;

    ContactLogTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void lock() {
        jdbi.useHandle(handle -> handle.createQuery("SELECT number FROM contact_event_end FOR UPDATE")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long append(
            @Nullable ContactId contact,
            @Nullable String desk,
            @Nullable UUID agent,
            ContactEvent.Type type,
            Instant at,
            Map<String, String> detail) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH next AS (UPDATE contact_event_end SET number = number + 1 RETURNING number)
                        INSERT INTO contact_event (number, contact_id, desk_id, agent_id, kind, at, detail)
                        SELECT number, CAST(:contact AS uuid), CAST(:desk AS text), CAST(:agent AS uuid), :type,
                               CAST(:at AS timestamptz), CAST(:detail AS json) FROM next
                        RETURNING number""")
                .bind("contact", contact == null ? null : contact.value())
                .bind("desk", desk)
                .bind("agent", agent)
                .bind("type", type.name())
                .bind("at", at)
                .bind("detail", write(detail))
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long last() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT number FROM contact_event_end")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<ContactEvent> after(long number, Audience audience, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM contact_event
                        WHERE number > :number
                          AND (:everything OR desk_id = ANY (:desks) OR agent_id = :agent
                               OR EXISTS (SELECT FROM three_way_invitation
                                          WHERE three_way_invitation.contact_id = contact_event.contact_id
                                            AND account_id = :agent AND state = 'JOINED'
                                            AND joined_at <= contact_event.at))
                        ORDER BY number LIMIT :limit""")
                .bind("number", number)
                .bind("everything", audience.everything())
                .bindArray("desks", String.class, List.<Object>copyOf(audience.desks()))
                .bind("agent", audience.agent())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<ContactEvent> of(ContactId contact) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM contact_event WHERE contact_id = :id ORDER BY number")
                        .bind("id", contact.value())
                        .map((row, context) -> read(row))
                        .list());
    }

    private static ContactEvent read(ResultSet row) throws SQLException {
        var contact = row.getObject("contact_id", UUID.class);
        return new ContactEvent(
                row.getLong("number"),
                contact == null ? null : new ContactId(contact),
                row.getString("desk_id"),
                row.getObject("agent_id", UUID.class),
                ContactEvent.Type.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                readDetail(row.getString("detail")));
    }

    private static String write(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }

    private static Map<String, String> readDetail(String detail) {
        try {
            return JSON.readValue(detail, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the detail of an event cannot be read", e);
        }
    }
}
