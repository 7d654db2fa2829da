package cn.yiqilai.handoff;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.conversation.Conversation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who goes where. An enterprise with a standing goes to its own desk, anybody to the desk made for the topic, else to the one
 * for all topics; where nobody is, or the desk is closed, to the next of these.
 */
@ApplicationScoped
class Routing {
    static final int NORMAL = 0;
    /** Of an enterprise with a standing, also at a desk for everybody. */
    static final int PREFERRED = 5;

    /**
     * @param wanted the desk it belongs to; empty when the city has none for it
     * @param staffed the first of those that come into question where somebody is
     * @param open one of them is open at this hour
     */
    record Route(Optional<Desk> wanted, Optional<Desk> staffed, boolean open, int priority) {}

    private final Desks desks;
    private final PresenceRecords presences;
    private final Instance<Standings> standings;

    Routing(Desks desks, PresenceRecords presences, @Any Instance<Standings> standings) {
        this.desks = desks;
        this.presences = presences;
        this.standings = standings;
    }

    /** Empty for whoever says of himself who he is. */
    Optional<Audience> standing(Conversation conversation) {
        var enterprise = conversation.enterprise();
        return enterprise.assurance() == Assurance.VERIFIED
                ? standings.stream()
                        .flatMap(library -> library.of(enterprise).stream())
                        .findFirst()
                : Optional.empty();
    }

    Route route(Conversation conversation, @Nullable String topic, Instant now) {
        var standing = standing(conversation);
        var inQuestion = inQuestion(standing, topic);
        var open = inQuestion.stream().filter(desk -> desks.isOpen(desk, now)).toList();
        return new Route(
                inQuestion.stream().findFirst(),
                open.stream()
                        .filter(desk -> presences.isStaffed(desk.id(), now))
                        .findFirst(),
                !open.isEmpty(),
                standing.isPresent() ? PREFERRED : NORMAL);
    }

    private List<Desk> inQuestion(Optional<Audience> standing, @Nullable String topic) {
        var active = desks.all().stream().filter(Desk::active).toList();
        var found = new ArrayList<Desk>();
        active.stream().filter(desk -> desk.audience() == standing.orElse(null)).forEach(found::add);
        active.stream()
                .filter(desk -> desk.audience() == Audience.EVERYBODY && desk.takes(topic))
                .sorted(Desk.nearestTo(topic))
                .forEach(found::add);
        return found;
    }
}
