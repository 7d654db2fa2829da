package cn.yiqilai.handoff.web;

import cn.yiqilai.city.Target;
import cn.yiqilai.directory.Specialist;
import cn.yiqilai.directory.Specialists;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Units;
import cn.yiqilai.handoff.Briefing;
import cn.yiqilai.handoff.ContactRecords;
import cn.yiqilai.handoff.Desks;
import cn.yiqilai.handoff.Invitation;
import cn.yiqilai.handoff.Invitation.Guest;
import cn.yiqilai.handoff.Invitation.Joined;
import cn.yiqilai.handoff.Invitation.Left;
import cn.yiqilai.handoff.Invitation.Ringing;
import cn.yiqilai.handoff.Invitation.Unreached;
import cn.yiqilai.handoff.InvitationState;
import cn.yiqilai.handoff.Inviting;
import cn.yiqilai.handoff.NoAnswer;
import cn.yiqilai.handoff.Ring;
import cn.yiqilai.handoff.RingOutcome;
import cn.yiqilai.handoff.SpecialistFigures;
import cn.yiqilai.handoff.ThreeWayGauge;
import cn.yiqilai.handoff.ThreeWayMatter;
import cn.yiqilai.handoff.ThreeWayMatters;
import cn.yiqilai.handoff.web.ContactViews.MessageLine;
import cn.yiqilai.handoff.web.ContactViews.QuestionView;
import cn.yiqilai.handoff.web.ContactViews.SuggestionView;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Three-way calls as the two who make them see them. Times are ISO-8601 with offset. */
@ApplicationScoped
public class ThreeWayViews {
    /** @param name what colleagues read; enterprises never do */
    @Schema(name = "InvitedSpecialist")
    public record SpecialistView(UUID id, String name, String unit, String unitName) {}

    /** @param outcome RINGING when it can ring at him now, else why not */
    @Schema(name = "SpecialistProspect")
    public record ProspectView(SpecialistView specialist, RingOutcome outcome) {}

    @Schema(name = "SpecialistRing")
    public record RingView(
            int place,
            SpecialistView specialist,
            RingOutcome outcome,
            @Schema(format = "date-time") String at,
            @Schema(format = "date-time") @Nullable String endedAt) {}

    /**
     * @param matter id of the list's; {@code listed}: it goes at once
     * @param specialist at whom it rings, or who joined
     * @param answers messages of the specialist
     * @param rings at whom it rang, by place
     * @param workOrderId that was filed because nobody came
     */
    @Schema(name = "Invitation")
    public record InvitationView(
            @Schema(format = "uuid") String id,
            @Schema(format = "uuid") String contactId,
            InvitationState state,
            @Nullable String matter,
            @Nullable String topic,
            @Nullable String unit,
            boolean listed,
            @Nullable NoAnswer reason,
            @Nullable SpecialistView specialist,
            @Schema(format = "date-time") @Nullable String ringUntil,
            @Schema(format = "date-time") @Nullable String joinedAt,
            int answers,
            List<RingView> rings,
            @Nullable String workOrderId,
            @Schema(format = "date-time") String createdAt,
            @Schema(format = "date-time") String since,
            long version) {}

    /**
     * @param id lower case, as the city's rules name the target
     * @param value 0..1; null when there was nothing
     * @param target 0..1; null where the city's rules are silent
     * @param op {@code <=} or {@code >=}
     * @param missed the target is missed: a warning, nothing is blocked
     * @param leftOut what is neither in the numerator nor in the denominator
     */
    @Schema(name = "ThreeWayGauge")
    public record GaugeView(
            ThreeWayGauge.Id id,
            String name,
            String definition,
            long numerator,
            long denominator,
            long leftOut,
            @Nullable Double value,
            @Nullable Double target,
            @Nullable String op,
            @Nullable String source,
            boolean missed) {
        static GaugeView of(ThreeWayGauge gauge) {
            var target = Optional.ofNullable(gauge.target());
            return new GaugeView(
                    gauge.id(),
                    Messages.of("handoff.gauge." + gauge.id().name()),
                    Messages.of("handoff.gauge-definition." + gauge.id().name()),
                    gauge.numerator(),
                    gauge.denominator(),
                    gauge.leftOut(),
                    gauge.value(),
                    target.map(Target::value).map(Number::doubleValue).orElse(null),
                    target.map(Target::op).orElse(null),
                    target.map(Target::source).orElse(null),
                    gauge.isMissed());
        }
    }

    /**
     * @param topic what seems to be asked about; null = not known
     * @param matter of the list that the topic belongs to; null = none
     * @param onDuty in the order in which it would ring
     * @param invitations of this contact, oldest first
     * @param share of today, to be warned by
     */
    @Schema(name = "ThreeWayPreparation")
    public record PreparationView(
            @Nullable String topic,
            @Nullable ThreeWayMatter matter,
            List<ProspectView> onDuty,
            List<InvitationView> invitations,
            GaugeView share) {}

    /**
     * @param rung accepted, declined and unanswered together
     * @param secondsToAccept in the mean; null when he accepted none
     * @param answers his messages to enterprises
     */
    @Schema(name = "SpecialistFigures")
    public record FiguresView(
            SpecialistView specialist,
            long rung,
            long accepted,
            long declined,
            long unanswered,
            @Nullable Double secondsToAccept,
            long answers) {}

    /** @param summary what was said so far, line by line */
    @Schema(name = "SpecialistBriefing")
    public record BriefingView(
            @Nullable QuestionView question,
            String summary,
            List<MessageLine> transcript,
            List<SuggestionView> suggestions,
            @Nullable String enterpriseName,
            @Nullable String region) {
        static BriefingView of(Briefing briefing, ContactViews views) {
            return new BriefingView(
                    Optional.ofNullable(briefing.question())
                            .map(QuestionView::of)
                            .orElse(null),
                    briefing.summary(),
                    briefing.transcript().stream().map(MessageLine::of).toList(),
                    briefing.suggestions().stream().map(views::of).toList(),
                    briefing.enterpriseName(),
                    briefing.region());
        }
    }

    /**
     * An invitation as the specialist sees it.
     *
     * @param mine it rings at him, or he joined; else it rang at him before
     * @param matter its name
     * @param briefing from his joining to his end; null before and after
     */
    @Schema(name = "ReceivedInvitation")
    public record ReceivedView(
            @Schema(format = "uuid") String id,
            @Schema(format = "uuid") String contactId,
            InvitationState state,
            boolean mine,
            String deskName,
            @Nullable String matter,
            @Nullable String topic,
            @Nullable NoAnswer reason,
            @Schema(format = "date-time") @Nullable String ringUntil,
            @Schema(format = "date-time") @Nullable String joinedAt,
            @Schema(format = "date-time") String createdAt,
            @Schema(format = "date-time") String since,
            @Nullable BriefingView briefing) {}

    private final Inviting inviting;
    private final ThreeWayMatters matters;
    private final Specialists specialists;
    private final Units units;
    private final Desks desks;
    private final ContactRecords contacts;
    private final ContactViews views;

    ThreeWayViews(
            Inviting inviting,
            ThreeWayMatters matters,
            Specialists specialists,
            Units units,
            Desks desks,
            ContactRecords contacts,
            ContactViews views) {
        this.inviting = inviting;
        this.matters = matters;
        this.specialists = specialists;
        this.units = units;
        this.desks = desks;
        this.contacts = contacts;
        this.views = views;
    }

    PreparationView of(Inviting.Preparation preparation, ThreeWayGauge share) {
        return new PreparationView(
                preparation.topic(),
                preparation.matter(),
                preparation.onDuty().stream()
                        .map(one -> new ProspectView(of(one.specialist()), one.outcome()))
                        .toList(),
                preparation.made().stream().map(this::of).toList(),
                GaugeView.of(share));
    }

    InvitationView of(Invitation invitation) {
        var facts = invitation.facts();
        return new InvitationView(
                invitation.id().toString(),
                invitation.contact().toString(),
                invitation.state(),
                facts.matter(),
                facts.topic(),
                Optional.ofNullable(facts.unit()).map(UnitId::value).orElse(null),
                facts.listed(),
                facts.reason(),
                invitation
                        .invited()
                        .map(Guest::specialist)
                        .map(this::specialist)
                        .orElse(null),
                ringUntil(invitation),
                joinedAt(invitation),
                answers(invitation),
                inviting.rings(invitation.id()).stream().map(this::of).toList(),
                invitation instanceof Unreached unreached && unreached.order() != null
                        ? unreached.order().toString()
                        : null,
                Shanghai.format(facts.createdAt()),
                Shanghai.format(invitation.since()),
                facts.version());
    }

    ReceivedView received(Invitation invitation, UUID account, @Nullable Briefing briefing) {
        var facts = invitation.facts();
        var mine = invitation
                .invited()
                .filter(guest -> guest.account().equals(account))
                .isPresent();
        return new ReceivedView(
                invitation.id().toString(),
                invitation.contact().toString(),
                invitation.state(),
                mine,
                deskName(invitation),
                Optional.ofNullable(facts.matter())
                        .flatMap(matters::find)
                        .map(ThreeWayMatter::name)
                        .orElse(null),
                facts.topic(),
                facts.reason(),
                mine ? ringUntil(invitation) : null,
                mine ? joinedAt(invitation) : null,
                Shanghai.format(facts.createdAt()),
                Shanghai.format(invitation.since()),
                briefing == null ? null : BriefingView.of(briefing, views));
    }

    FiguresView of(SpecialistFigures figures) {
        return new FiguresView(
                specialist(figures.specialist()),
                figures.rung(),
                figures.accepted(),
                figures.declined(),
                figures.unanswered(),
                figures.secondsToAccept(),
                figures.answers());
    }

    private String deskName(Invitation invitation) {
        var desk = contacts.find(invitation.contact()).orElseThrow().desk();
        return desks.find(desk).orElseThrow().name();
    }

    private RingView of(Ring ring) {
        return new RingView(
                ring.place(),
                specialist(ring.specialist()),
                ring.outcome(),
                Shanghai.format(ring.at()),
                time(ring.endedAt()));
    }

    private SpecialistView specialist(UUID id) {
        return of(specialists.find(id).orElseThrow(() -> new IllegalStateException("specialist " + id + " is gone")));
    }

    private SpecialistView of(Specialist specialist) {
        return new SpecialistView(
                specialist.id(),
                specialist.name(),
                specialist.unit().value(),
                units.find(specialist.unit())
                        .map(Unit::name)
                        .orElse(specialist.unit().value()));
    }

    private static @Nullable String ringUntil(Invitation invitation) {
        return invitation instanceof Ringing ringing ? Shanghai.format(ringing.until()) : null;
    }

    private static @Nullable String joinedAt(Invitation invitation) {
        return switch (invitation) {
            case Joined joined -> Shanghai.format(joined.since());
            case Left left -> Shanghai.format(left.joinedAt());
            case Ringing ringing -> null;
            case Unreached unreached -> null;
            case Invitation.Cancelled cancelled -> null;
        };
    }

    private static int answers(Invitation invitation) {
        return switch (invitation) {
            case Joined joined -> joined.answers();
            case Left left -> left.answers();
            case Ringing ringing -> 0;
            case Unreached unreached -> 0;
            case Invitation.Cancelled cancelled -> 0;
        };
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Shanghai.format(at);
    }
}
