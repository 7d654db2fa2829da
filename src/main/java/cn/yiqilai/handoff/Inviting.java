package cn.yiqilai.handoff;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.Office;
import cn.yiqilai.directory.Specialist;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.handoff.Contact.WithAgent;
import cn.yiqilai.handoff.Invitation.Joined;
import cn.yiqilai.handoff.Invitation.Ringing;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.retrieval.KnowledgeMirror;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The agent's side of a three-way call: for a matter of the list at once, else with a reason why the knowledge does not do.
 *
 * <p>Throws what {@link Floor} throws: 404 for another desk's contact, 409 for one that is not one's own.
 */
@ApplicationScoped
public class Inviting {
    private static final int LONGEST = 60;

    /**
     * What an agent says of it, before anybody looked at it.
     *
     * @param matter id of a matter of the list; null: the one that the topic belongs to
     * @param topic null: that of the first suggestion
     * @param unit null: the matter's
     * @param reason null only for what goes at once
     */
    public record Wish(
            @Nullable String matter,
            @Nullable String topic,
            @Nullable String unit,
            @Nullable String reason) {}

    /**
     * What an agent looks at before.
     *
     * @param topic what seems to be asked about; null = not known
     * @param matter that the topic belongs to; null = none
     * @param onDuty in the order in which it would ring, with what would come of it now
     * @param made invitations of this contact, oldest first
     */
    public record Preparation(
            @Nullable String topic, @Nullable ThreeWayMatter matter, List<Prospect> onDuty, List<Invitation> made) {
        public Preparation {
            onDuty = List.copyOf(onDuty);
            made = List.copyOf(made);
        }
    }

    /** @param outcome RINGING when it can ring at him */
    public record Prospect(Specialist specialist, RingOutcome outcome) {}

    /** What is kept under an idempotency key. */
    record Receipt(InvitationId id) {}

    private final Floor floor;
    private final Contacts visible;
    private final InvitationRecords invitations;
    private final RoundOfRings round;
    private final ThreeWayMatters matters;
    private final MatterRules rules;
    private final Suggestions suggestions;
    private final KnowledgeMirror knowledge;
    private final Calendars calendars;
    private final Settings settings;
    private final Switchboard switchboard;
    private final Notices notices;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    Inviting(
            Floor floor,
            Contacts visible,
            InvitationRecords invitations,
            RoundOfRings round,
            ThreeWayMatters matters,
            MatterRules rules,
            Suggestions suggestions,
            KnowledgeMirror knowledge,
            Calendars calendars,
            Settings settings,
            Switchboard switchboard,
            Notices notices,
            Idempotency idempotency,
            AuditTrail audit) {
        this.floor = floor;
        this.visible = visible;
        this.invitations = invitations;
        this.round = round;
        this.matters = matters;
        this.rules = rules;
        this.suggestions = suggestions;
        this.knowledge = knowledge;
        this.calendars = calendars;
        this.settings = settings;
        this.switchboard = switchboard;
        this.notices = notices;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    public Preparation prepare(ContactId id, Account account) {
        var contact = visible.find(id, account);
        var topic = topic(contact).orElse(null);
        var matter = matters.of(topic).orElse(null);
        var now = switchboard.now();
        var onDuty = round.inOrder(topic, matter == null ? null : unit(matter.unit()), now).stream()
                .map(specialist -> new Prospect(specialist, round.prospect(specialist, account.id(), now)))
                .toList();
        return new Preparation(topic, matter, onDuty, invitations.of(id));
    }

    /** At whom it rang, by place. */
    public List<Ring> rings(InvitationId id) {
        return invitations.rings(id);
    }

    /**
     * Rings at the first specialist on duty.
     *
     * @param key the caller's idempotency key, null for none
     * @return it rings, or nobody can be rung and an order was filed
     * @throws cn.yiqilai.platform.ProblemException 400 without topic and unit, or without reason for what does not go at once;
     *     409 while another invitation of the contact is open
     */
    public Invitation invite(ContactId id, Wish wish, @Nullable String key, Account account) {
        return floor.holding(id, account, (conversation, contact) -> {
            var receipt = idempotency.once("invitation:" + account.id() + ":" + id, key, wish, Receipt.class, () -> {
                var with = floor.mine(contact, account);
                invitations.open(id).ifPresent(open -> {
                    throw Problem.conflict("handoff.invitation-open")
                            .with("state", open.state().name())
                            .with("invitation", open.id().toString())
                            .asException();
                });
                var made = round.begin(conversation, with, facts(with, wish, account));
                audit(made, "invite", account);
                return new Receipt(made.id());
            });
            return known(receipt.id());
        });
    }

    private InvitationFacts facts(WithAgent with, Wish wish, Account account) {
        var checks = new FieldChecks("handoff.invalid");
        var named = matter(checks, wish.matter());
        var said = checks.optional("topic", wish.topic(), LONGEST);
        var topic = said == null ? topic(with).orElse(null) : said;
        var matter = named == null ? matters.of(topic).orElse(null) : named;
        var unit = rules.unit(checks, wish.unit());
        var reason = checks.constant("reason", wish.reason(), NoAnswer.class, Map.of());
        var listed = matter != null && matter.atOnce();
        var whose = unit == null && matter != null ? matter.unit() : unit;
        if (topic == null && whose == null) {
            checks.refuse("topic", "handoff.invitation-whom");
        }
        if (!listed && reason == null) {
            checks.refuse("reason", "handoff.invitation-reason");
        }
        checks.throwIfAny();
        var now = switchboard.now();
        return new InvitationFacts(
                InvitationId.random(),
                with.id(),
                with.conversation(),
                matter == null ? null : matter.id(),
                topic,
                unit(whose),
                listed,
                reason,
                account.id(),
                calendars.of(Office.of(settings.city())).isOpen(now),
                now,
                1);
    }

    private @Nullable ThreeWayMatter matter(FieldChecks checks, @Nullable String raw) {
        var id = checks.optional("matter", raw, LONGEST);
        if (id == null) {
            return null;
        }
        var found = matters.find(id).filter(ThreeWayMatter::active);
        if (found.isEmpty()) {
            checks.refuse("matter", "handoff.matter-unknown");
        }
        return found.orElse(null);
    }

    /** What is most probably asked about. */
    private Optional<String> topic(Contact contact) {
        return suggestions.latest(contact.conversation()).stream()
                .findFirst()
                .flatMap(suggestion -> knowledge.entry(suggestion.entryId()))
                .map(Entry::topic);
    }

    private static @Nullable UnitId unit(@Nullable String id) {
        return id == null ? null : new UnitId(id);
    }

    /** Takes it back while it rings, or ends the specialist's part; one that is over stays as it is. */
    public Invitation cancel(ContactId id, InvitationId which, Account account) {
        return floor.holding(id, account, (conversation, contact) -> {
            var with = floor.mine(contact, account);
            var invitation = invitations
                    .find(which)
                    .filter(found -> found.contact().equals(id))
                    .orElseThrow(Joining::unknown);
            switch (invitation) {
                case Ringing ringing -> round.cancel(with, ringing);
                case Joined joined -> {
                    round.leave(with, joined);
                    notices.tell(with, Messages.of("handoff.specialist-left"));
                }
                case Invitation.Closed closed -> {
                    return closed;
                }
            }
            audit(invitation, "cancel", account);
            return known(which);
        });
    }

    private void audit(Invitation invitation, String deed, Account account) {
        audit.record(
                Actor.account(account.id()),
                "three-way." + deed,
                "contact",
                invitation.contact().toString(),
                Map.of(
                        "invitation",
                        invitation.id().toString(),
                        "state",
                        invitation.state().name()));
    }

    private Invitation known(InvitationId id) {
        return invitations.find(id).orElseThrow(() -> new IllegalStateException("invitation " + id + " is gone"));
    }
}
