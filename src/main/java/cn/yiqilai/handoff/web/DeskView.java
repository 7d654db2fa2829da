package cn.yiqilai.handoff.web;

import cn.yiqilai.handoff.Audience;
import cn.yiqilai.handoff.Colleague;
import cn.yiqilai.handoff.Desk;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A desk.
 *
 * @param hours {@code ALWAYS} or {@code OFFICE}
 * @param office the department whose hours hold; empty: the city's
 * @param open at this moment
 * @param agents those who work there; empty for whoever does not work with them
 * @param version to be named by the next change
 */
@Schema(name = "Desk")
public record DeskView(
        String id,
        String name,
        Audience audience,
        List<String> topics,
        String hours,
        String office,
        int capacity,
        boolean active,
        boolean open,
        List<Colleague> agents,
        long version) {
    static DeskView of(Desk desk, boolean open, List<Colleague> agents) {
        return new DeskView(
                desk.id(),
                desk.name(),
                desk.audience(),
                desk.topics(),
                desk.alwaysOpen() ? "ALWAYS" : "OFFICE",
                desk.office(),
                desk.capacity(),
                desk.active(),
                open,
                agents,
                desk.version());
    }
}
