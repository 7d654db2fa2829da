package cn.yiqilai.handoff;

import cn.yiqilai.platform.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where invitations are kept, with the rings of each. Whoever writes holds the switchboard. */
public interface InvitationRecords {
    void insert(Invitation invitation);

    /** Writes the next state, with a version more. */
    void update(Invitation invitation);

    Optional<Invitation> find(InvitationId id);

    /** The one that rings or has somebody in it; there is one at most. */
    Optional<Invitation> open(ContactId contact);

    /** Oldest first. */
    List<Invitation> of(ContactId contact);

    /** The one that rings at him or that he is in; there is one at most. */
    Optional<Invitation> open(UUID account);

    /** Those in which it rang at him, the latest first. */
    Page<Invitation> rungAt(UUID account, Page.Request page);

    boolean hasRungAt(InvitationId id, UUID account);

    /** By place. */
    List<Ring> rings(InvitationId id);

    void addRing(InvitationId id, Ring ring);

    /** Of the one that rings now. */
    void endRing(InvitationId id, RingOutcome outcome, Instant at);
}
