package cn.yiqilai.retrieval;

import cn.yiqilai.retrieval.Catalog.Described;
import cn.yiqilai.retrieval.Catalog.Details;
import cn.yiqilai.retrieval.Catalog.Question;
import cn.yiqilai.understanding.Aspect;
import cn.yiqilai.understanding.Thing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How one target lies in the {@link StoredForms}. */
final class StoredDescription {
    private static final QuestionDocument.Role[] ROLES = QuestionDocument.Role.values();
    private static final Aspect[] ASPECTS = Aspect.values();
    private static final long NO_DAY = Long.MIN_VALUE;

    private StoredDescription() {}

    static void write(Described described, FormsOutput out) throws IOException {
        out.number(described.questions().size());
        for (var question : described.questions()) {
            write(question, out);
        }
        out.numbers(described.contents());
        described.grams().write(out);
        described.words().write(out);
        described.sounds().write(out);
        out.number(bits(described.aspects()));
        out.texts(described.amounts());
        out.numbers(numbers(described.years()));
        out.numbers(numbers(described.questionYears()));
        write(described.things(), out);
        write(described.questionThings(), out);
        write(described.details(), out);
    }

    static Described read(FormsInput in) {
        var questions = questions(in);
        return new Described(
                questions,
                questions.stream().map(Question::role).toArray(QuestionDocument.Role[]::new),
                in.numbers(),
                TargetTerms.read(in),
                TargetTerms.read(in),
                TargetTerms.read(in),
                aspects(in.number()),
                Set.copyOf(in.texts()),
                years(in.numbers()),
                years(in.numbers()),
                things(in),
                things(in),
                details(in));
    }

    private static void write(Question question, FormsOutput out) throws IOException {
        out.number(question.role().ordinal());
        out.text(question.text());
        out.text(question.content().equals(question.text()) ? null : question.content());
        out.number(bits(question.aspects()));
        out.number(question.negated() ? 1 : 0);
    }

    private static List<Question> questions(FormsInput in) {
        var count = in.number();
        var questions = new ArrayList<Question>(count);
        for (var i = 0; i < count; i++) {
            var role = ROLES[in.number()];
            var text = in.text();
            var content = in.textOrNone();
            questions.add(
                    new Question(role, text, content == null ? text : content, aspects(in.number()), in.number() == 1));
        }
        return List.copyOf(questions);
    }

    private static int bits(Set<Aspect> aspects) {
        return aspects.stream().mapToInt(aspect -> 1 << aspect.ordinal()).sum();
    }

    private static Set<Aspect> aspects(int bits) {
        if (bits == 0) {
            return Set.of();
        }
        var aspects = EnumSet.noneOf(Aspect.class);
        for (var aspect : ASPECTS) {
            if ((bits & 1 << aspect.ordinal()) != 0) {
                aspects.add(aspect);
            }
        }
        return aspects;
    }

    private static int[] numbers(Set<Integer> years) {
        return years.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Set<Integer> years(int[] numbers) {
        var years = new HashSet<Integer>();
        for (var number : numbers) {
            years.add(number);
        }
        return Set.copyOf(years);
    }

    private static void write(Collection<Thing> things, FormsOutput out) throws IOException {
        out.number(things.size());
        for (var thing : things) {
            out.number(thing.group());
            out.text(thing.name());
        }
    }

    private static Set<Thing> things(FormsInput in) {
        var count = in.number();
        var things = new HashSet<Thing>();
        for (var i = 0; i < count; i++) {
            things.add(new Thing(in.number(), in.text()));
        }
        return Set.copyOf(things);
    }

    private static void write(Details details, FormsOutput out) throws IOException {
        out.text(details.region());
        out.texts(details.phrases());
        out.number(details.uncovered() ? 1 : 0);
        out.number(details.validFrom() == null ? NO_DAY : details.validFrom());
        out.number(details.validUntil() == null ? NO_DAY : details.validUntil());
        out.texts(details.basis());
        out.text(details.reason());
    }

    private static Details details(FormsInput in) {
        var region = in.textOrNone();
        var phrases = List.copyOf(in.texts());
        var uncovered = in.number() == 1;
        var from = in.longNumber();
        var until = in.longNumber();
        return new Details(
                Catalog.NOTHING_FURTHER,
                region,
                phrases,
                uncovered,
                from == NO_DAY ? null : from,
                until == NO_DAY ? null : until,
                Set.copyOf(in.texts()),
                in.textOrNone());
    }
}
