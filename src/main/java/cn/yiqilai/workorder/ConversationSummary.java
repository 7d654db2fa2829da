package cn.yiqilai.workorder;

import cn.yiqilai.conversation.Message;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.StorableText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A conversation as the description of an order: the enterprise's own words in order with their times, and which entries it
 * was shown, by id and question. The answers themselves are left out: whoever handles the order can look them up.
 *
 * <pre>
 * 03-10 20:58 企业：小规模纳税人一个月开票9万要交增值税吗
 * 03-10 20:58 答复：小规模纳税人月销售额10万元以下免征增值税吗？（vat-small-monthly）
 * 03-10 20:59 企业：转人工
 * </pre>
 *
 * <p>At most 4000 code points; when there is more, the newest is kept, for it is what the order is about.
 */
public final class ConversationSummary {
    private static final int LONGEST = Matter.LONGEST_DESCRIPTION;
    private static final int LONGEST_LINE = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    /** Only then does the enterprise read the entries; with a hand-off they are what an agent is shown. */
    private static final Set<String> SHOWN = Set.of("ANSWER", "CLARIFY");

    /** 03-10 20:58 企业：… */
    private static final Pattern TOLD = Pattern.compile("\\d\\d-\\d\\d \\d\\d:\\d\\d (.*)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConversationSummary() {}

    /**
     * @param messages ascending
     * @return empty when nothing of it was said
     */
    public static String of(List<Message> messages) {
        var kept = new ArrayDeque<String>();
        var room = LONGEST - StorableText.length(Messages.of("workorder.summary.omitted")) - 1;
        var lines = messages.stream().flatMap(message -> line(message).stream()).toList();
        for (var line : lines.reversed()) {
            room -= StorableText.length(line) + 1;
            if (room < 0) {
                kept.addFirst(Messages.of("workorder.summary.omitted"));
                break;
            }
            kept.addFirst(line);
        }
        return String.join("\n", kept);
    }

    /**
     * What the enterprise said, line by line: of a summary its own words without who and when, of any other text all of it.
     */
    static List<String> said(String description) {
        return description.lines().flatMap(line -> ownWords(line).stream()).toList();
    }

    private static Optional<String> ownWords(String line) {
        var told = TOLD.matcher(line);
        if (!told.matches()) {
            return Optional.of(line.strip()).filter(words -> !words.isEmpty());
        }
        var who = Messages.of("workorder.summary.enterprise");
        return Optional.of(told.group(1))
                .filter(words -> words.startsWith(who))
                .map(words -> words.substring(who.length()));
    }

    private static Optional<String> line(Message message) {
        return words(message).map(words -> shortened(time(message) + " " + words));
    }

    private static Optional<String> words(Message message) {
        return switch (message.speaker()) {
            case ENTERPRISE -> Optional.of(said("workorder.summary.enterprise", message));
            case AGENT -> Optional.of(said("workorder.summary.agent", message));
            case SPECIALIST -> Optional.of(said("workorder.summary.specialist", message));
            case ASSISTANT -> shown(message);
            case SYSTEM -> Optional.empty();
        };
    }

    private static String said(String who, Message message) {
        return Messages.of(who) + message.text().replaceAll("\\s+", " ");
    }

    private static Optional<String> shown(Message message) {
        var payload = parse(message);
        if (!SHOWN.contains(payload.path("decision").asText())) {
            return Optional.empty();
        }
        var entries = StreamSupport.stream(payload.path("answers").spliterator(), false)
                .map(answer -> Messages.of("workorder.summary.entry")
                        .replace("{id}", answer.path("entryId").asText())
                        .replace("{question}", answer.path("question").asText()))
                .collect(Collectors.joining("；"));
        return entries.isEmpty() ? Optional.empty() : Optional.of(Messages.of("workorder.summary.answer") + entries);
    }

    private static JsonNode parse(Message message) {
        try {
            return JSON.readTree(message.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the payload of message " + message.seq() + " of " + message.conversation() + " is not JSON", e);
        }
    }

    private static String time(Message message) {
        return TIME.format(OffsetDateTime.ofInstant(message.at(), Shanghai.ZONE));
    }

    private static String shortened(String line) {
        return StorableText.length(line) <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }
}
