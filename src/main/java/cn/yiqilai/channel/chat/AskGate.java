package cn.yiqilai.channel.chat;

import cn.yiqilai.channel.chat.Refusals.Cause;
import cn.yiqilai.channel.chat.Refusals.Of;
import cn.yiqilai.platform.RateLimit;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.turn.Urgency;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many questions one client may ask, and how many messages of conversations may be under way.
 *
 * <p>Messages do not wait behind single asks ({@link Reception}). Beyond their own number one that wants a person, or tells of a
 * danger, is still taken ({@link Urgency}). The button for a person and what is left in writing do not come through here at all.
 */
@ApplicationScoped
public class AskGate {
    private static final String OPERATION = "ask";
    private static final int MESSAGES_A_CORE = 64;

    private final RateLimit limit;
    private final Settings settings;
    private final Urgency urgency;
    private final Refusals refusals;
    private final Semaphore messages;

    AskGate(RateLimit limit, Settings settings, Urgency urgency, Refusals refusals, MeterRegistry metrics) {
        this.limit = limit;
        this.settings = settings;
        this.urgency = urgency;
        this.refusals = refusals;
        var most = settings.messageQueue()
                .orElse(MESSAGES_A_CORE * Runtime.getRuntime().availableProcessors());
        this.messages = new Semaphore(most);
        metrics.gauge("messages.under.way", messages, free -> most - free.availablePermits());
    }

    /**
     * Lets a single question be answered that has its place.
     *
     * @param client its address
     * @throws cn.yiqilai.platform.ProblemException 429 when this client asks too often
     */
    public <T> T ask(String client, Supplier<T> work) {
        checkRate(client, Of.ASK);
        return work.get();
    }

    /**
     * Lets a message of a conversation be answered. How many are answered at once, and in which order, is the conversation's own
     * affair ({@link cn.yiqilai.conversation.Transcript}).
     *
     * @param text as it came, before anybody looked at it
     * @throws cn.yiqilai.platform.ProblemException 429 when too much is waiting or this client asks too often
     */
    public <T> T say(String client, @Nullable String text, Supplier<T> work) {
        checkRate(client, Of.MESSAGE);
        if (messages.tryAcquire()) {
            try {
                return work.get();
            } finally {
                messages.release();
            }
        }
        if (text != null && urgency.speaksFrom(text)) {
            return work.get();
        }
        throw refusals.busy(Of.MESSAGE, Cause.FULL).asException();
    }

    private void checkRate(String client, Of of) {
        if (!limit.allows(OPERATION, client, settings.askRateLimit())) {
            throw refusals.tooOften(of, limit.untilNext()).asException();
        }
    }
}
