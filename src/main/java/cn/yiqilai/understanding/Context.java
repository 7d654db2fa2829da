package cn.yiqilai.understanding;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a conversation matters for the next question. Stale context is cut: what is {@link #closed} is not read into a
 * follow-up any more, but can be returned to.
 *
 * @param question the last question that was understood, made complete
 * @param entry the entry that was given for it
 * @param options entries that were offered by a question back and not yet picked from
 * @param earlier what was talked about before, latest first, at most {@value #REMEMBERED}
 * @param refused entries of which the enterprise said that it did not mean them
 * @param astray turns since that did not touch the question
 */
public record Context(
        Optional<String> question,
        Optional<String> entry,
        List<String> options,
        List<Topic> earlier,
        Set<String> refused,
        int astray) {
    public static final Context NONE =
            new Context(Optional.empty(), Optional.empty(), List.of(), List.of(), Set.of(), 0);

    /** Whoever comes back later begins anew. */
    public static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

    private static final int REMEMBERED = 5;
    private static final int LONGEST_STRAY = 3;
    private static final int LONGEST_QUESTION = 100;

    public Context {
        question = question.map(Context::end);
        options = List.copyOf(options);
        earlier = earlier.stream().limit(REMEMBERED).toList();
        refused = Set.copyOf(refused);
    }

    /** The topic under discussion, if there is one. */
    public Optional<Topic> topic() {
        return question.map(asked -> new Topic(asked, entry));
    }

    /** The same thread of questions goes on. */
    public Context goingOn(String asked, Optional<String> given, List<String> offered) {
        return new Context(Optional.of(asked), given, offered, earlier, refused, 0);
    }

    /** Something else is talked about; what was talked about before can be returned to. */
    public Context turningTo(String asked, Optional<String> given, List<String> offered) {
        return closed().goingOn(asked, given, offered);
    }

    /** Back at an earlier topic. */
    public Context returnedTo(Topic topic) {
        var others = remembered().filter(one -> !one.equals(topic)).toList();
        return new Context(Optional.of(topic.question()), topic.entry(), List.of(), others, Set.of(), 0);
    }

    /** Nothing is under discussion. */
    public Context closed() {
        return new Context(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                remembered().distinct().toList(),
                Set.of(),
                0);
    }

    /** A turn that did not touch the topic. */
    public Context strayed() {
        return astray + 1 >= LONGEST_STRAY
                ? closed()
                : new Context(question, entry, options, earlier, refused, astray + 1);
    }

    /** What was given and what was offered was not meant. */
    public Context refusing() {
        var all = new LinkedHashSet<>(refused);
        entry.ifPresent(all::add);
        all.addAll(options);
        return new Context(question, Optional.empty(), List.of(), earlier, all, 0);
    }

    public Context after(Duration silence) {
        return silence.compareTo(LONGEST_SILENCE) > 0 ? closed() : this;
    }

    private Stream<Topic> remembered() {
        return Stream.concat(topic().stream(), earlier.stream());
    }

    /** The beginning of a long chain of follow-ups no longer says what is meant now. */
    private static String end(String text) {
        var length = text.codePointCount(0, text.length());
        return length <= LONGEST_QUESTION
                ? text
                : text.substring(text.offsetByCodePoints(0, length - LONGEST_QUESTION));
    }
}
