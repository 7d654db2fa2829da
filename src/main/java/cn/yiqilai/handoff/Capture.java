package cn.yiqilai.handoff;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Actor;
import cn.yiqilai.access.StaffAccount;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.directory.Specialist;
import cn.yiqilai.directory.Specialists;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.Units;
import cn.yiqilai.handoff.Contact.Ended;
import cn.yiqilai.handoff.Contact.Returned;
import cn.yiqilai.handoff.Invitation.Left;
import cn.yiqilai.handoff.KnownQuestions.Found;
import cn.yiqilai.knowledge.CuratedEntry;
import cn.yiqilai.knowledge.Curation;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryForm;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.EntryRules;
import cn.yiqilai.knowledge.EntryState;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.StorableText;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.TimerTask;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.DialogueAct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 归集: what people answered in a contact becomes drafts of the knowledge, without anybody's data, after the contact is over and by a
 * timer, so that it is neither waited for nor lost. A question that the knowledge or a draft knows is joined to that entry instead;
 * what was told about somebody (投诉, 举报) is left alone.
 */
@ApplicationScoped
class Capture {
    private static final Set<Kind> TELLING_OTHERS_SOMETHING = EnumSet.of(Kind.CONSULT, Kind.HELP);
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_ANSWER = 5000;
    private static final int MOST_SIMILAR = 100;

    private final ContactRecords contacts;
    private final InvitationRecords invitations;
    private final CaptureRecords captures;
    private final KnownQuestions known;
    private final Conversations conversations;
    private final Transcript transcript;
    private final Curation curation;
    private final Specialists specialists;
    private final Units units;
    private final Accounts accounts;
    private final Analyzer analyzer;
    private final Clock clock;

    Capture(
            ContactRecords contacts,
            InvitationRecords invitations,
            CaptureRecords captures,
            KnownQuestions known,
            Conversations conversations,
            Transcript transcript,
            Curation curation,
            Specialists specialists,
            Units units,
            Accounts accounts,
            Analyzer analyzer,
            Clock clock) {
        this.contacts = contacts;
        this.invitations = invitations;
        this.captures = captures;
        this.known = known;
        this.conversations = conversations;
        this.transcript = transcript;
        this.curation = curation;
        this.specialists = specialists;
        this.units = units;
        this.accounts = accounts;
        this.analyzer = analyzer;
        this.clock = clock;
    }

    /** Who answered, and what is known of it. */
    private record Source(Contact contact, Conversation conversation, UUID agent, List<Left> visits) {
        /** The specialist who was in it then. */
        Optional<Left> visitAt(Message message) {
            return visits.stream()
                    .filter(visit -> !message.at().isBefore(visit.joinedAt())
                            && !message.at().isAfter(visit.since()))
                    .findFirst();
        }
    }

    /** Run again it finds everything captured. */
    void of(ContactId id) {
        var contact = contacts.find(id).orElseThrow();
        if (!TELLING_OTHERS_SOMETHING.contains(contact.facts().kind())) {
            return;
        }
        var source =
                switch (contact) {
                    case Ended ended -> Optional.of(source(ended, ended.agent()));
                    case Returned returned -> Optional.of(source(returned, returned.agent()));
                    case Contact.Waiting waiting -> Optional.<Source>empty();
                    case Contact.WithAgent with -> Optional.<Source>empty();
                    case Contact.Unserved unserved -> Optional.<Source>empty();
                };
        source.ifPresent(this::capture);
    }

    private Source source(Contact contact, UUID agent) {
        var visits = invitations.of(contact.id()).stream()
                .filter(Left.class::isInstance)
                .map(Left.class::cast)
                .toList();
        return new Source(contact, conversations.find(contact.conversation()).orElseThrow(), agent, visits);
    }

    private void capture(Source source) {
        captures.lock();
        Exchanged.in(said(source.contact()), this::asks).stream()
                .filter(one -> !captures.isCaptured(
                        source.conversation().id(), one.question().seq()))
                .forEach(one -> capture(source, one));
    }

    /** From the question that led here to the end. */
    private List<Message> said(Contact contact) {
        var asked = contact.facts().askedSeq();
        var messages = new ArrayList<Message>();
        var from = asked == null ? 0 : asked - 1;
        List<Message> some;
        do {
            some = transcript.after(contact.conversation(), from, Transcript.MOST);
            some.stream()
                    .filter(message -> !message.at().isAfter(contact.since()))
                    .filter(message -> asked != null
                            || !message.at().isBefore(contact.facts().createdAt()))
                    .forEach(messages::add);
            from = some.isEmpty() ? from : some.getLast().seq();
        } while (some.size() == Transcript.MOST);
        return messages;
    }

    private boolean asks(String text) {
        var form = analyzer.form(text, Shanghai.today(clock));
        return !form.isEmpty()
                && switch (DialogueAct.of(form.normal())) {
                    case DialogueAct.Acknowledgement heard -> false;
                    case DialogueAct.Ending ending -> false;
                    case DialogueAct.Rejection rejection -> false;
                    case DialogueAct.RejectionOfAll rejection -> false;
                    case DialogueAct.Correction correction -> true;
                    case DialogueAct.Switch change -> true;
                    case DialogueAct.Return back -> true;
                    case DialogueAct.Statement statement -> true;
                };
    }

    private void capture(Source source, Exchanged exchanged) {
        var visit =
                source.visitAt(exchanged.last()).filter(left -> exchanged.last().speaker() == Speaker.SPECIALIST);
        var answerer = visit.map(left -> left.guest().account()).orElse(source.agent());
        var enterprise = source.conversation().enterprise();
        var people = people(source);
        var question = shortened(
                PersonalData.withoutIntroduction(PersonalData.without(exchanged.words(), enterprise, people)),
                LONGEST_QUESTION);
        var answer = shortened(PersonalData.without(exchanged.answer(), enterprise, people), LONGEST_ANSWER);
        entry(source, exchanged, visit, question, answer, answerer)
                .ifPresent(kept -> captures.insert(new CapturedAnswer(
                        0,
                        source.contact().id(),
                        source.conversation().id(),
                        exchanged.question().seq(),
                        exchanged.last().seq(),
                        exchanged.last().speaker(),
                        answerer,
                        question,
                        answer,
                        kept.entry(),
                        kept.joined(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    /** Into which entry it goes. */
    private record Kept(EntryId entry, boolean joined) {}

    private Optional<Kept> entry(
            Source source, Exchanged exchanged, Optional<Left> visit, String question, String answer, UUID answerer) {
        return switch (known.find(question)) {
            case Found.NoQuestion nothing -> Optional.empty();
            case Found.Published(var entry) -> Optional.of(new Kept(entry, true));
            case Found.Drafted(var draft) -> {
                join(draft, question, answerer);
                yield Optional.of(new Kept(draft.id(), true));
            }
            case Found.New nothing -> create(source, exchanged, visit, question, answer, answerer);
        };
    }

    /**
     * The other wording helps to find the answer. What an editor has in work is his: there it is only noted that it was asked
     * again.
     */
    private void join(CuratedEntry draft, String question, UUID answerer) {
        var content = draft.content();
        var untouched = draft.state() == EntryState.DRAFT
                && !draft.everPublished()
                && captures.answerersOf(draft.id()).stream()
                        .map(Actor::account)
                        .anyMatch(draft.latest().author()::equals);
        if (!untouched
                || content.question().equals(question)
                || content.similar().contains(question)
                || content.similar().size() >= MOST_SIMILAR) {
            return;
        }
        var similar =
                Stream.concat(content.similar().stream(), Stream.of(question)).toList();
        curation.edit(withSimilar(content, similar), draft.version(), Actor.account(answerer));
    }

    private Optional<Kept> create(
            Source source, Exchanged exchanged, Optional<Left> visit, String question, String answer, UUID answerer) {
        var id = "contact-" + source.contact().id().toString().substring(0, 8) + "-"
                + exchanged.question().seq();
        var form = form(id, question, answer, visit, source.conversation().region());
        if (EntryRules.check(form) instanceof EntryRules.Checked.Sound(var entry)) {
            return Optional.of(
                    new Kept(curation.create(entry, Actor.account(answerer)).id(), false));
        }
        return Optional.empty();
    }

    private EntryForm form(String id, String question, String answer, Optional<Left> visit, @Nullable String region) {
        return new EntryForm(
                id,
                question.replaceAll("\\s+", " "),
                null,
                null,
                answer,
                null,
                null,
                visit.map(left -> left.facts().topic()).orElse(null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                region,
                null,
                visit.flatMap(left -> department(left.guest().specialist())).orElse(null),
                null,
                null,
                null,
                null);
    }

    private static Entry withSimilar(Entry content, List<String> similar) {
        return new Entry(
                content.id(),
                content.question(),
                similar,
                content.negative(),
                content.answer(),
                content.shortAnswer(),
                content.spokenAnswer(),
                content.topic(),
                content.keywords(),
                content.issuer(),
                content.documentNumber(),
                content.documentTitle(),
                content.issuedOn(),
                content.url(),
                content.validFrom(),
                content.validUntil(),
                content.region(),
                content.audience(),
                content.department(),
                content.basis(),
                content.supersedes(),
                content.caveat());
    }

    private Optional<String> department(UUID specialist) {
        return specialists
                .find(specialist)
                .flatMap(one -> units.find(one.unit()))
                .map(Unit::name);
    }

    /** Names of all who may have named themselves. */
    private List<String> people(Source source) {
        var guests = source.visits().stream().map(Left::guest).toList();
        return Stream.of(
                        accounts.find(source.agent()).map(StaffAccount::account).map(Account::displayName).stream(),
                        guests.stream()
                                .flatMap(
                                        guest -> accounts
                                                .find(guest.account())
                                                .map(StaffAccount::account)
                                                .map(Account::displayName)
                                                .stream()),
                        guests.stream()
                                .flatMap(guest -> specialists.find(guest.specialist()).map(Specialist::name).stream()))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String shortened(String text, int longest) {
        var plain = text.strip();
        return StorableText.length(plain) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** Captures what was answered in a contact that is over. */
    @ApplicationScoped
    static class AfterContact implements TimerTask {
        private final Capture capture;

        AfterContact(Capture capture) {
            this.capture = capture;
        }

        @Override
        public String name() {
            return HandoffTimers.CAPTURE;
        }

        @Override
        public void run(Timer timer) {
            capture.of(ContactId.parse(timer.key()).orElseThrow());
        }
    }
}
