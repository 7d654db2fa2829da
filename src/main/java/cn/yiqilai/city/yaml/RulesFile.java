package cn.yiqilai.city.yaml;

import cn.yiqilai.city.AcceptanceItem;
import cn.yiqilai.city.Approval;
import cn.yiqilai.city.ClockStart;
import cn.yiqilai.city.ExtensionRule;
import cn.yiqilai.city.FallbackCandidate;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.FollowUp;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.LadderStep;
import cn.yiqilai.city.LimitLine;
import cn.yiqilai.city.Provision;
import cn.yiqilai.city.Reading;
import cn.yiqilai.city.ReadingChoice;
import cn.yiqilai.city.ReadingOption;
import cn.yiqilai.city.ServiceRules;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.city.Span;
import cn.yiqilai.city.Step;
import cn.yiqilai.city.Target;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** One profile, read from the text of its file. */
public final class RulesFile {
    private static final String SCHEMA = "service-rules/1";
    private static final int DIGITS_OF_DIGEST = 8;
    private static final String NAME = "[a-z][a-z0-9_]{1,39}";

    /** The parts that provisions belong to. A misspelt one would hide what it holds. */
    private static final Set<String> SECTIONS = Set.of(
            "calendar",
            "capacity",
            "channels",
            "tags",
            "acceptance",
            "online",
            "joint",
            "reply",
            "call_back",
            "supervision",
            "evaluation",
            "reports",
            "libraries",
            "direct_report",
            "organisations",
            "survey",
            "test_calls",
            "rota",
            "policy_push",
            "retention");

    private static final Set<String> OPERATORS = Set.of("=", ">=", "<=");

    private final String file;
    private final String text;
    private final List<String> faults = new ArrayList<>();
    private Set<String> documents = Set.of();

    private RulesFile(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * @param file its name, for what is told of faults
     * @throws IllegalArgumentException when something in it is not understood; the message has a line for each fault
     */
    public static ServiceRules read(String file, String text) {
        return new RulesFile(file, text).read();
    }

    private ServiceRules read() {
        try {
            var rules = Cursor.at(file, root(), faults).mapping(this::rules);
            if (faults.isEmpty()) {
                RulesCheck.of(rules).forEach(fault -> faults.add(file + " " + fault));
            }
            if (faults.isEmpty()) {
                return rules;
            }
        } catch (Fault fault) {
            faults.add(fault.getMessage());
        } catch (YAMLException e) {
            faults.add(file + ": is no YAML: " + e.getMessage());
        }
        throw new IllegalArgumentException(String.join("\n", faults));
    }

    private Node root() {
        var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        if (root == null) {
            throw new Fault(file, "is empty");
        }
        return root;
    }

    private ServiceRules rules(Cursor root) {
        if (!root.at("schema").text().equals(SCHEMA)) {
            throw root.at("schema").fault("must be " + SCHEMA);
        }
        var profile = root.at("profile").text();
        if (!profile.matches(NAME)) {
            throw root.at("profile").fault("must be small letters, digits and underscores");
        }
        var titles = documents(root.at("documents"));
        documents = titles.keySet();
        return new ServiceRules(
                profile,
                profile + "/" + root.at("version").text() + "+" + digest(),
                root.at("title").text(),
                root.at("place").text(),
                titles,
                root.said("fallback", at -> at.mapping(this::fallback)),
                readings(root.at("readings")),
                limits(root.at("limits")),
                root.said("approvals", at -> at.each(line -> line.mapping(this::approval))),
                root.said("scope", at -> at.each(item -> item.mapping(this::acceptance))),
                root.said("rejection", at -> at.each(item -> item.mapping(this::acceptance))),
                root.at("answer_ladder").each(step -> step.mapping(this::ladderStep)),
                root.at("call_back").each(link -> link.mapping(this::followUp)),
                root.at("supervision").each(ground -> ground.mapping(this::followUp)),
                root.said("targets", at -> at.each(target -> target.mapping(this::target))),
                provisions(root.at("provisions")));
    }

    private String digest() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS_OF_DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> documents(Cursor at) {
        var titles = new LinkedHashMap<String, String>();
        at.entries().forEach((id, title) -> titles.put(id, title.text()));
        return titles;
    }

    private FallbackCandidate fallback(Cursor at) {
        return new FallbackCandidate(at.at("candidate").text(), source(at.at("source")), at.optionalText("note"));
    }

    private static List<ReadingChoice> readings(Cursor at) {
        var choices = new ArrayList<ReadingChoice>();
        at.entries().forEach((name, choice) -> {
            var reading = Arrays.stream(Reading.values())
                    .filter(one -> one.key().equals(name))
                    .findFirst()
                    .orElseThrow(() -> choice.fault("no such reading"));
            choices.add(choice.mapping(body -> choice(body, reading)));
        });
        return choices;
    }

    private static ReadingChoice choice(Cursor at, Reading reading) {
        var option = at.at("value").one(reading.options(), ReadingOption::key);
        if (!at.at("ref").text().equals(reading.ref())) {
            throw at.at("ref").fault("must be " + reading.ref());
        }
        return new ReadingChoice(reading.key(), option.key(), reading.ref(), at.optionalText("note"));
    }

    private Map<Step, List<LimitLine>> limits(Cursor at) {
        return at.mapping(steps -> {
            var limits = new LinkedHashMap<Step, List<LimitLine>>();
            for (var step : Step.values()) {
                limits.put(step, steps.at(step.name()).each(line -> line.mapping(this::limit)));
            }
            return limits;
        });
    }

    private LimitLine limit(Cursor at) {
        var limit = at.said("limit", one -> one.mapping(RulesFile::span));
        var line = new LimitLine(
                kinds(at),
                flags(at),
                limit,
                at.optional("from", start -> start.one(ClockStart.class)),
                Boolean.TRUE.equals(at.optional("defers", Cursor::isTrue)),
                at.optionalText("text"),
                at.texts("needs"),
                at.optionalText("owner"),
                at.optional("extension", rule -> rule.mapping(this::extension)),
                at.optional("source", this::source),
                also(at),
                at.optionalText("note"));
        requireSource(at, line.limit() != null || line.text() != null || line.defers(), line.source());
        requireStart(at, line);
        return line;
    }

    private static Set<Kind> kinds(Cursor at) {
        var kinds = at.optional("kinds", names -> names(names, Kind.class));
        if (kinds != null && kinds.isEmpty()) {
            throw at.fault("'kinds' must name some; leave it out for all");
        }
        return kinds == null ? EnumSet.allOf(Kind.class) : kinds;
    }

    private static <E extends Enum<E>> Set<E> names(Cursor at, Class<E> type) {
        var names = EnumSet.noneOf(type);
        at.each(name -> names.add(name.one(type)));
        return names;
    }

    private static void requireStart(Cursor at, LimitLine line) {
        if (line.limit() != null && line.from() == null) {
            throw at.fault("'from' is missing: from which event is it counted?");
        }
        if (line.limit() == null && (line.from() != null || line.extension() != null)) {
            throw at.fault("'from' and 'extension' belong to a limit, and this one is null");
        }
        if (line.limit() != null && line.defers()) {
            throw at.fault("a line that defers to other rules has no limit of its own");
        }
    }

    private static Span span(Cursor at) {
        var time = at.optional("time", RulesFile::time);
        var unit = at.at("unit").oneInSmallLetters(Span.Unit.class);
        if (unit == Span.Unit.WORKING_DAY_TIME) {
            if (time == null) {
                throw at.fault("'time' is missing");
            }
            return Span.until(time);
        }
        if (time != null) {
            throw at.at("time").fault("belongs to working_day_time alone");
        }
        return Span.of(at.at("count").count(1, 1000), unit);
    }

    private static LocalTime time(Cursor at) {
        try {
            return LocalTime.parse(at.text());
        } catch (DateTimeException e) {
            throw at.fault("must be a time like \"09:00\", not '" + at.text() + "'");
        }
    }

    private ExtensionRule extension(Cursor at) {
        return new ExtensionRule(
                at.optionalText("text"),
                at.texts("needs"),
                at.said("decided_by", Cursor::text),
                at.said("cap", cap -> cap.mapping(RulesFile::cap)),
                source(at.at("source")));
    }

    private static ExtensionRule.Cap cap(Cursor at) {
        if (at.at("unit").oneInSmallLetters(Span.Unit.class) != Span.Unit.WORKING_DAY) {
            throw at.at("unit").fault("an extension is capped in working_day");
        }
        return new ExtensionRule.Cap(
                at.at("count").count(1, 1000), at.at("measure").oneInSmallLetters(ExtensionRule.Measure.class));
    }

    private Approval approval(Cursor at) {
        return new Approval(
                at.at("level").one(SigningLevel.class),
                flags(at),
                at.at("signer").text(),
                at.optionalText("text"),
                source(at.at("source")));
    }

    private static Set<Flag> flags(Cursor at) {
        var flags = at.optional("flags", names -> names(names, Flag.class));
        return flags == null ? Set.of() : flags;
    }

    private AcceptanceItem acceptance(Cursor at) {
        return new AcceptanceItem(
                at.at("id").text(),
                at.at("text").text(),
                Boolean.TRUE.equals(at.optional("special", Cursor::isTrue)),
                at.optionalText("action"),
                source(at.at("source")));
    }

    private LadderStep ladderStep(Cursor at) {
        return new LadderStep(
                at.at("step").count(1, 20), at.at("how").text(), at.at("when").text(), source(at.at("source")));
    }

    private FollowUp followUp(Cursor at) {
        var steps = at.optional("steps", names -> names.each(name -> name.one(Step.class)));
        var followUp = new FollowUp(
                at.at("id").text(),
                at.at("when").one(FollowUp.When.class),
                steps == null ? List.of() : steps,
                flags(at),
                at.at("then").one(FollowUp.Then.class),
                at.at("text").text(),
                at.optionalText("by"),
                source(at.at("source")));
        if ((followUp.when() == FollowUp.When.OVERDUE) == followUp.steps().isEmpty()) {
            throw at.fault("'steps' belongs to OVERDUE, which cannot do without");
        }
        if ((followUp.when() == FollowUp.When.FLAGGED) == followUp.flags().isEmpty()) {
            throw at.fault("'flags' belongs to FLAGGED, which cannot do without");
        }
        return followUp;
    }

    private Target target(Cursor at) {
        var target = new Target(
                at.at("id").text(),
                at.at("name").text(),
                at.said("value", RulesFile::share),
                at.optional("op", RulesFile::operator),
                at.optionalText("text"),
                at.optional("source", this::source));
        if ((target.value() == null) != (target.op() == null)) {
            throw at.fault("'value' and 'op' go together");
        }
        requireSource(at, target.value() != null || target.text() != null, target.source());
        return target;
    }

    private static BigDecimal share(Cursor at) {
        var share = at.number();
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw at.fault("must be a share from 0 to 1");
        }
        return share;
    }

    private static String operator(Cursor at) {
        if (!OPERATORS.contains(at.text())) {
            throw at.fault("must be one of " + OPERATORS.stream().sorted().toList());
        }
        return at.text();
    }

    private Map<String, Map<String, Provision>> provisions(Cursor at) {
        var sections = new LinkedHashMap<String, Map<String, Provision>>();
        at.entries().forEach((section, names) -> {
            if (!SECTIONS.contains(section)) {
                throw names.fault("unknown section, known are "
                        + SECTIONS.stream().sorted().toList());
            }
            var provisions = new LinkedHashMap<String, Provision>();
            names.entries().forEach((name, body) -> {
                if (!name.matches(NAME)) {
                    throw body.fault("a name has small letters, digits and underscores");
                }
                provisions.put(name, body.mapping(this::provision));
            });
            sections.put(section, provisions);
        });
        return sections;
    }

    private Provision provision(Cursor at) {
        var value = at.said("value", one -> one.isList() ? one.each(Cursor::text) : List.of(one.text()));
        var provision = new Provision(
                value, at.optionalText("text"), at.optional("source", this::source), also(at), at.optionalText("note"));
        requireSource(at, value != null || provision.text() != null, provision.source());
        return provision;
    }

    private List<String> also(Cursor at) {
        var also = at.optional("also", sources -> sources.each(this::source));
        return also == null ? List.of() : also;
    }

    /** A document of this file, and where in it. */
    private String source(Cursor at) {
        var source = at.text();
        var blank = source.indexOf(' ');
        if (blank < 1 || blank == source.length() - 1 || !documents.contains(source.substring(0, blank))) {
            throw at.fault("must begin with one of the documents " + documents + " and name the article, not '" + source
                    + "'");
        }
        return source;
    }

    private static void requireSource(Cursor at, boolean saysSomething, @Nullable String source) {
        if (saysSomething && source == null) {
            throw at.fault("'source' is missing: document and article");
        }
    }
}
