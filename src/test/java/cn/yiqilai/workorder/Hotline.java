package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.access.Role;
import cn.yiqilai.calendar.CalendarEdition;
import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.Notice;
import cn.yiqilai.calendar.WorkCalendars;
import cn.yiqilai.city.CityRules;
import cn.yiqilai.city.FallbackSwitch;
import cn.yiqilai.city.FallbackSwitches;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.RuleTexts;
import cn.yiqilai.city.ServiceRulesArchive;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.city.Step;
import cn.yiqilai.city.WrittenRules;
import cn.yiqilai.conversation.ConversationsInMemory;
import cn.yiqilai.directory.DutyContact;
import cn.yiqilai.directory.FilingCode;
import cn.yiqilai.directory.Leader;
import cn.yiqilai.directory.Leaders;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.UnitKind;
import cn.yiqilai.directory.UnitLevel;
import cn.yiqilai.directory.Units;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.platform.FixedSettings;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.sms.ShortMessage;
import cn.yiqilai.platform.sms.ShortMessages;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.Timers;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.platform.webhook.Announcement;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import cn.yiqilai.workorder.proposal.Proposal;
import cn.yiqilai.workorder.reminder.Reminder;
import cn.yiqilai.workorder.reply.Finding;
import cn.yiqilai.workorder.reply.FourChecks;
import cn.yiqilai.workorder.reply.ReplyTemplate;
import cn.yiqilai.workorder.reply.ReplyTemplates;
import cn.yiqilai.workorder.reply.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The whole room without a database, on a clock that stands still: register, dispatch, sign … by the rules of a city and the
 * calendar H0. Times are Shanghai's.
 */
final class Hotline {
    static final Officer AGENT = officer("坐席甲", Role.AGENT, null);
    static final Officer SUPERVISOR = officer("督办甲", Role.SUPERVISOR, null);
    static final Officer POWER = officer("承办人甲", Role.DEPARTMENT, "power");
    static final Officer HOUSING = officer("承办人乙", Role.DEPARTMENT, "housing");
    static final Officer PARK = officer("园区平台", Role.DEPARTMENT, "park");

    final SettableClock clock = SettableClock.at("2026-03-10T02:00:00Z");
    final ConversationsInMemory conversations = new ConversationsInMemory(clock);
    final WorkOrdersInMemory records = new WorkOrdersInMemory();
    final List<ShortMessage> texts = new ArrayList<>();
    final List<String> trail = new ArrayList<>();
    private final Transitions transitions;
    private final KnownUnits units = new KnownUnits(new FewUnits());
    final Acceptance acceptance;
    final Registration registration;
    final Dispatching dispatching;
    final Signing signing;
    final Returning returning;
    final Extending extending;
    final Convening convening;
    final Replying replying;
    final Reviewing reviewing;
    final CallingBack callingBack;
    final Mending mending;
    final Supervising supervising;
    final Flagging flagging;
    final Opinions opinions;
    final Reminding reminding;
    final Recounting recounting;
    final TextedRatings texted;
    final List<Announcement> announcements = new ArrayList<>();
    final FewTimers timers = new FewTimers();
    boolean gateway;
    /** The city's table of filing codes is complete. */
    boolean codeOwed;

    private CalendarEdition calendar = calendar(2024, 2025, 2026);
    private String fallback;

    static Hotline of(String city) {
        return new Hotline(city);
    }

    private Hotline(String city) {
        var settings = new FixedSettings() {
            @Override
            public String city() {
                return city;
            }
        };
        var calendars = new KnownDays();
        var factory = new ClockFactory(
                new ServiceRulesArchive(CityRules.book(), new NoTexts(), new Switch(), clock),
                calendars,
                settings,
                clock);
        var clocks = new OrderClocks(records, records.clocks(), factory);
        var news = new OrderNews(announcement -> announcements.add(announcement) ? 1 : 0);
        var reminderTimers = new ReminderTimers(timers, factory);
        var audit = new Trail();
        var tables = new FilingTables(Hotline::code, window -> Optional.empty(), () -> codeOwed);
        transitions = new Transitions(
                records, records.timeline(), clocks, news, reminderTimers, new Idempotency(null, null), audit, clock);
        acceptance = new Acceptance(transitions, tables);
        registration = new Registration(
                records,
                records.timeline(),
                clocks,
                news,
                reminderTimers,
                tables,
                new LeftContacts(records, factory, transitions),
                conversations.conversations(),
                conversations.transcript(),
                new Idempotency(null, null),
                audit,
                settings,
                clock);
        dispatching = new Dispatching(
                transitions,
                units,
                factory,
                tables,
                new NoProposals(records.timeline()),
                new WorkOrders(records, records.timeline(), records.clocks(), records.ratings(), clock),
                new DutyPaging((unit, instant) -> onDuty(unit), new Gateway(), factory));
        signing = new Signing(transitions);
        returning = new Returning(transitions, records.timeline());
        extending = new Extending(transitions);
        convening = new Convening(transitions, units, factory);
        replying = new Replying(transitions, new OneTemplate(), factory);
        reviewing = new Reviewing(transitions, new Announcing(conversations.transcript(), new Gateway(), factory));
        callingBack = new CallingBack(transitions, records.ratings(), new NoDrafts(units));
        mending = new Mending(transitions);
        supervising = new Supervising(transitions, clocks, clock);
        flagging = new Flagging(transitions);
        opinions = new Opinions(transitions);
        reminding = new Reminding(
                records,
                records.clocks(),
                factory,
                new Given(),
                records.timeline(),
                news,
                supervising,
                reminderTimers,
                new TwoLeaders(),
                new Gateway(),
                clock);
        recounting = new Recounting(records, clocks, records.timeline(), news, reminderTimers, clock);
        texted = new TextedRatings(
                records, transitions, callingBack, records.ratings(), records.timeline(), factory, clock);
    }

    /** Answers on the line, where these entries and no others are published. */
    LiveAnswering answering(Entry... entries) {
        return new LiveAnswering(transitions, new FewEntries(List.of(entries)), units, clock);
    }

    /** When that order is looked at again; empty when it is not. */
    Optional<Instant> nextLook(WorkOrderId id) {
        return timers.dueAt(ReminderTimers.TASK, id.toString());
    }

    /** Time goes on to the next look and the next, as the timers have it, until then. */
    void liveUntil(WorkOrderId id, String local) {
        var end = WorkCalendars.at(local);
        for (var next = nextLook(id); next.filter(at -> !at.isAfter(end)).isPresent(); next = nextLook(id)) {
            clock.set(next.orElseThrow().toString());
            timers.cancel(ReminderTimers.TASK, id.toString());
            reminding.look(id);
        }
        clock.set(end.toString());
    }

    private static Optional<FilingCode> code(String code) {
        return code.equals("1-1")
                ? Optional.of(new FilingCode(code, "用电报装", null, null, null, true, false, 1, Instant.EPOCH))
                : Optional.empty();
    }

    private static List<DutyContact> onDuty(UnitId unit) {
        return List.of(
                new DutyContact(new UUID(0, 9), unit, "值班室", "13700000009", null, null, null, false, 1, Instant.EPOCH));
    }

    /** It is that time now: {@code at("2026-03-10T10:00")}. */
    Hotline at(String local) {
        clock.set(WorkCalendars.at(local).toString());
        return this;
    }

    /** The operator switches another profile on, from now on. */
    void fallBackOn(String profile) {
        fallback = profile;
    }

    /** Those of these years are known now, and no others. */
    void notices(int... years) {
        calendar = calendar(years);
    }

    void notices(Notice... notices) {
        calendar = new CalendarEdition(List.of(notices), Map.of(), WorkCalendars.STATUTORY);
    }

    WorkOrderId register(Kind kind, Flag... flags) {
        return register(
                new FilingRequest(kind, Set.of(flags), "厂区用电报装三周没有答复", "王某", "13900000001", null, null, null, null));
    }

    WorkOrderId register(FilingRequest request) {
        return registration.file(request, AGENT.actor(), null).order().id();
    }

    WorkOrder order(WorkOrderId id) {
        return records.find(id).orElseThrow();
    }

    List<TimelineLine> timeline(WorkOrderId id) {
        return records.timeline().of(id);
    }

    TimelineLine lastLine(WorkOrderId id) {
        return timeline(id).getLast();
    }

    List<TimelineLine.Deed> deeds(WorkOrderId id) {
        return timeline(id).stream().map(TimelineLine::what).toList();
    }

    /** The latest of that step, in Shanghai. */
    StoredDeadline deadline(WorkOrderId id, Step step) {
        return Optional.ofNullable(
                        OrderClocks.current(records.clocks().deadlines(id)).get(step))
                .orElseThrow(() -> new AssertionError("no clock runs for " + step));
    }

    Instant due(WorkOrderId id, Step step) {
        return deadline(id, step).deadline().dueAt();
    }

    Call by(Officer officer, WorkOrderId id) {
        return new Call(id, officer, null, null);
    }

    WorkOrder dispatch(WorkOrderId id, String unit) {
        return dispatching.dispatch(by(AGENT, id), new Dispatching.Task(unit, List.of(), null, "属其职责"));
    }

    WorkOrder sign(WorkOrderId id, Officer officer) {
        return signing.sign(by(officer, id), "李某");
    }

    WorkOrder contact(WorkOrderId id, Officer officer) {
        return signing.contact(by(officer, id), "李某", "已告知程序和期限");
    }

    WorkOrder askReturn(WorkOrderId id, Officer officer) {
        return returning.request(by(officer, id), new Returning.Wish("三定方案", "请由住建部门办理"));
    }

    WorkOrder decideReturn(WorkOrderId id, boolean approved) {
        return returning.decide(by(SUPERVISOR, id), new Returning.Decision(approved, "职责清楚"));
    }

    WorkOrder askDays(WorkOrderId id, Officer officer, int days) {
        return extending.request(by(officer, id), new Extending.Wish(days, null, "需现场勘查", "已电话说明"));
    }

    WorkOrder decideExtension(WorkOrderId id, boolean approved) {
        return extending.decide(by(SUPERVISOR, id), new Extending.Decision(approved, "属实", "周某"));
    }

    WorkOrder propose(WorkOrderId id, Officer officer) {
        return replying.propose(by(officer, id), proposal());
    }

    static Replying.Proposal proposal() {
        return new Replying.Proposal(
                Map.of("matter", "用电报装", "conclusion", "已答复供电方案"),
                Finding.TRUE,
                Resolution.RESOLVED,
                FourChecks.ALL,
                null,
                null,
                "已电话告知",
                "李某");
    }

    WorkOrder approve(WorkOrderId id, Officer officer, SigningLevel level) {
        return replying.approve(by(officer, id), new Replying.Signed(level, "周某", "分管领导", null));
    }

    WorkOrder accept(WorkOrderId id) {
        return reviewing.review(by(SUPERVISOR, id), new Reviewing.Verdict(true, true, true, null));
    }

    WorkOrder sendBack(WorkOrderId id) {
        return reviewing.review(by(SUPERVISOR, id), new Reviewing.Verdict(true, false, true, "请写明完成时间"));
    }

    WorkOrder rated(WorkOrderId id, RatingChannel channel, int grade) {
        return callingBack.record(by(AGENT, id), new CallingBack.Callback(channel, true, grade, "没有说何时送电"));
    }

    /** Registered, dispatched to the power company, signed and called. */
    WorkOrderId inProgress(Kind kind, Flag... flags) {
        var id = register(kind, flags);
        dispatch(id, "power");
        sign(id, POWER);
        contact(id, POWER);
        return id;
    }

    /** And replied to, with the reply accepted. */
    WorkOrderId closed(Kind kind, Flag... flags) {
        var id = inProgress(kind, flags);
        propose(id, POWER);
        approve(id, POWER, SigningLevel.GOVERNMENT);
        accept(id);
        return id;
    }

    static Officer officer(String name, Role role, String unit) {
        return new Officer(new Actor("account:" + name), name, Set.of(role), unit);
    }

    private static CalendarEdition calendar(int... years) {
        var notices = Arrays.stream(years).mapToObj(WorkCalendars::notice).toList();
        return new CalendarEdition(notices, Map.of(), WorkCalendars.STATUTORY);
    }

    private final class KnownDays implements Calendars {
        @Override
        public CalendarEdition inForce() {
            return calendar;
        }

        @Override
        public CalendarEdition inForceUntilCommit() {
            return calendar;
        }
    }

    private static final class NoTexts implements RuleTexts {
        @Override
        public void keep(WrittenRules rules, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> find(String version) {
            return Optional.empty();
        }
    }

    private final class Switch implements FallbackSwitches {
        @Override
        public boolean add(FallbackSwitch decision) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<FallbackSwitch> of(String profile) {
            return List.of();
        }

        @Override
        public Optional<FallbackSwitch> inForce(String profile, Instant at) {
            return Optional.ofNullable(fallback)
                    .map(other -> new FallbackSwitch(profile, 1, other, at, at, Actor.SYSTEM, "试行"));
        }
    }

    /** 供电、住建、园区 and the city's platform; another is retired. */
    private static final class FewUnits implements Units {
        private static final Map<String, UnitKind> KINDS = Map.of(
                "power", UnitKind.COMPANY,
                "housing", UnitKind.DEPARTMENT,
                "park", UnitKind.PLATFORM,
                "city-platform", UnitKind.PLATFORM,
                "old-office", UnitKind.DEPARTMENT);

        @Override
        public Optional<Unit> find(UnitId id) {
            return Optional.ofNullable(KINDS.get(id.value())).map(kind -> unit(id, kind));
        }

        private static Unit unit(UnitId id, UnitKind kind) {
            return new Unit(
                    id,
                    "某某" + id,
                    List.of(),
                    kind,
                    UnitLevel.CITY,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    id.value().equals("old-office"),
                    1,
                    Instant.EPOCH);
        }

        @Override
        public Optional<Unit> named(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Unit> list(Filter filter, Page.Request page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Unit> children(UnitId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Unit> ancestors(UnitId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Unit> platformOf(String region) {
            throw new UnsupportedOperationException();
        }
    }

    /** Of the power company: the deputy and the head, each with a mobile phone. */
    private static final class TwoLeaders implements Leaders {
        @Override
        public List<Leader> of(UnitId unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Leader> signing(UnitId unit, SigningLevel level) {
            return unit.value().equals("power")
                    ? List.of(new Leader(
                            new UUID(0, level.ordinal()),
                            unit,
                            level,
                            "周某",
                            null,
                            null,
                            "1380000000" + level.ordinal(),
                            null,
                            false,
                            1,
                            Instant.EPOCH))
                    : List.of();
        }
    }

    private static final class Given implements Reminders {
        private final Set<Object> given = new HashSet<>();

        @Override
        public boolean add(WorkOrderId order, Reminder reminder, Instant at) {
            return given.add(List.of(order, reminder.step(), reminder.run(), reminder.dueAt(), reminder.rung()));
        }
    }

    /** At most one a key. */
    static final class FewTimers implements Timers {
        private final Map<String, Instant> set = new HashMap<>();

        @Override
        public void set(Timer timer) {
            set.put(timer.key(), timer.at());
        }

        @Override
        public boolean cancel(String task, String key) {
            return set.remove(key) != null;
        }

        @Override
        public int cancelAll(String task, String keyPrefix) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Instant> dueAt(String task, String key) {
            return Optional.ofNullable(set.get(key));
        }
    }

    /** The knowledge has a database; {@code OrderJourneyIT} shows that drafts get there. */
    private static final class NoDrafts extends KnowledgeDrafts {
        NoDrafts(KnownUnits units) {
            super(null, units);
        }

        @Override
        void from(Archived order, Actor actor) {}
    }

    /** The proposals have an index; {@code ProposalsIT} shows them. */
    private static final class NoProposals extends DispatchProposals {
        NoProposals(Timeline timeline) {
            super(null, null, timeline);
        }

        @Override
        public List<Proposal> of(WorkOrder order) {
            return List.of();
        }

        @Override
        void keep(WorkOrder dispatched, List<Proposal> proposals, Officer officer) {}
    }

    private record FewEntries(List<Entry> entries) implements PublishedKnowledge {
        @Override
        public Optional<Entry> entry(EntryId id) {
            return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        }

        @Override
        public Snapshot snapshot() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Change> changesAfter(long number, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Instant> momentOf(long number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Intent> intent(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LanguageData language() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class OneTemplate implements ReplyTemplates {
        @Override
        public ReplyTemplate current() {
            return new ReplyTemplate(
                    1,
                    "答复意见",
                    List.of(
                            new ReplyTemplate.Field("matter", "诉求事项", null, true),
                            new ReplyTemplate.Field("conclusion", "办理结论", null, true),
                            new ReplyTemplate.Field("basis", "政策依据", null, false)));
        }

        @Override
        public boolean save(ReplyTemplate template, Actor by, Instant at) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Gateway implements ShortMessages {
        @Override
        public boolean send(ShortMessage message) {
            return texts.add(message);
        }

        @Override
        public boolean isConfigured() {
            return gateway;
        }
    }

    private final class Trail implements AuditTrail {
        @Override
        public void record(Actor actor, String action, String kind, String subject, Map<String, String> detail) {
            trail.add(actor.id() + " " + action + " " + kind + " " + subject + " " + detail);
        }

        @Override
        public Verdict verify() {
            return new Verdict.Intact(trail.size());
        }
    }
}
