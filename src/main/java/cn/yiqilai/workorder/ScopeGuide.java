package cn.yiqilai.workorder;

import cn.yiqilai.city.AcceptanceItem;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.knowledge.Intents;
import cn.yiqilai.knowledge.StoredIntent;
import cn.yiqilai.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the first receiver reads from: what is accepted and what is not, in the words of the city's rules, and what to say to
 * whoever is not accepted. These are the very words that the service says by itself: editors keep them once, as intents.
 */
@ApplicationScoped
public class ScopeGuide {
    /**
     * @param accepted 第八条; empty where the city's rules are silent
     * @param declined 第九条, all six
     */
    @Schema(name = "ScopeGuide")
    public record Guide(List<Accepted> accepted, List<Declined> declined) {
        public Guide {
            accepted = List.copyOf(accepted);
            declined = List.copyOf(declined);
        }
    }

    /** @param special rules of its source go first (第十一条末款) */
    @Schema(name = "AcceptedScope")
    public record Accepted(Scope scope, String text, boolean special, String source) {}

    /**
     * @param article {@code 第九条(二)}
     * @param text in the words of the city's rules, or in general where they are silent
     * @param script what to say in any case of this ground
     * @param scripts what to say in the cases that are known
     */
    @Schema(name = "DeclinedScope")
    public record Declined(DeclineGround ground, String article, String text, String script, List<Script> scripts) {
        public Declined {
            scripts = List.copyOf(scripts);
        }
    }

    /** @param intent whose words they are; editors change them there */
    @Schema(name = "DeclineScript")
    public record Script(String intent, String title, String text) {}

    private final ClockFactory clocks;
    private final Intents intents;

    ScopeGuide(ClockFactory clocks, Intents intents) {
        this.clocks = clocks;
        this.intents = intents;
    }

    public Guide read() {
        var rules = clocks.rulesInForce().own();
        var known = intents.all().stream().map(StoredIntent::intent).toList();
        return new Guide(
                Arrays.stream(Scope.values())
                        .flatMap(scope -> accepted(scope, rules.scope()).stream())
                        .toList(),
                Arrays.stream(DeclineGround.values())
                        .map(ground -> declined(ground, rules.rejection(), known))
                        .toList());
    }

    private static Optional<Accepted> accepted(Scope scope, @Nullable List<AcceptanceItem> items) {
        return item(items, "8." + scope.item())
                .map(item -> new Accepted(scope, item.text(), scope.isSpecial(), item.source()));
    }

    private static Declined declined(DeclineGround ground, @Nullable List<AcceptanceItem> items, List<Intent> known) {
        return new Declined(
                ground,
                ground.article(),
                item(items, "9." + ground.item())
                        .map(AcceptanceItem::text)
                        .orElseGet(() -> Messages.of("workorder.ground." + ground.name())),
                Messages.of("workorder.ground-script." + ground.name()),
                known.stream()
                        .filter(intent -> Objects.equals(intent.ground(), ground.article()))
                        .map(intent -> new Script(intent.id(), intent.title(), intent.reply()))
                        .toList());
    }

    private static Optional<AcceptanceItem> item(@Nullable List<AcceptanceItem> items, String id) {
        return items == null
                ? Optional.empty()
                : items.stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
