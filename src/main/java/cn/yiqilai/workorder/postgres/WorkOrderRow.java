package cn.yiqilai.workorder.postgres;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.workorder.Disposal;
import cn.yiqilai.workorder.Dossier;
import cn.yiqilai.workorder.Filing;
import cn.yiqilai.workorder.Matter;
import cn.yiqilai.workorder.Progress;
import cn.yiqilai.workorder.Reporter;
import cn.yiqilai.workorder.Scope;
import cn.yiqilai.workorder.Source;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.Supervision;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.WorkOrderNumber;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an order out of its row. */
final class WorkOrderRow {
    private WorkOrderRow() {}

    static WorkOrder read(ResultSet row) throws SQLException {
        return Standing.read(State.valueOf(row.getString("state")), dossier(row), row.getString("standing"));
    }

    private static Dossier dossier(ResultSet row) throws SQLException {
        return new Dossier(
                new WorkOrderId(row.getObject("id", UUID.class)),
                new WorkOrderNumber(row.getString("number")),
                row.getString("city"),
                matter(row),
                reporter(row),
                source(row),
                new Filing(
                        constant(row, "scope", Scope.class),
                        row.getString("filing_code"),
                        row.getString("registration_window")),
                row.getTimestamp("registered_at").toInstant(),
                progress(row),
                row.getLong("version"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var supervision = row.getString("supervision");
        return new Progress(
                constant(row, "disposal", Disposal.class),
                row.getString("rule_version"),
                row.getString("calendar_version"),
                supervision == null ? null : OrderJson.read(supervision, Supervision.class),
                Set.of((String[]) row.getArray("followed").getArray()),
                row.getInt("returns"),
                row.getBoolean("opinion_wanted"));
    }

    private static Matter matter(ResultSet row) throws SQLException {
        return new Matter(
                Kind.valueOf(row.getString("kind")),
                flags(row.getArray("flags")),
                row.getString("description"),
                row.getString("region"));
    }

    static Set<Flag> flags(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Flag::valueOf).collect(Collectors.toSet());
    }

    private static Reporter reporter(ResultSet row) throws SQLException {
        return new Reporter(
                row.getString("contact"),
                row.getString("phone"),
                new Enterprise(
                        row.getString("enterprise_name"),
                        row.getString("credit_code"),
                        row.getString("enterprise_contact"),
                        row.getString("enterprise_phone"),
                        Assurance.valueOf(row.getString("assurance"))));
    }

    private static Optional<Source> source(ResultSet row) throws SQLException {
        var message = row.getObject("message_seq", Integer.class);
        return Optional.ofNullable(row.getObject("conversation_id", UUID.class))
                .map(id -> new Source(new ConversationId(id), message));
    }

    private static <E extends Enum<E>> @Nullable E constant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
