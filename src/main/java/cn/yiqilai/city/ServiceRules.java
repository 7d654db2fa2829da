package cn.yiqilai.city;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A city's service rules: what its documents fix, each value with document and article. A list that is null, like a limit or
 * a provision that is null, is one on which the documents are silent.
 *
 * @param profile its name: {@code yancheng}
 * @param version profile, content version and the beginning of the content's digest: {@code yancheng/1+3f9a1c2b}
 * @param place whose rules they are: {@code 盐城市}
 * @param documents titles by the id that begins every source
 * @param readings one of each reading that the profile states
 * @param limits of every step, at least one line each; every kind finds a line without flags
 * @param approvals who signs a reply, the first line that concerns an order holds
 * @param scope what is accepted (第八条)
 * @param rejection what is not (第九条)
 * @param callBack the chain from closing on
 * @param targets figures to reach
 * @param provisions by section and name
 */
@Schema(name = "ServiceRulesText")
public record ServiceRules(
        String profile,
        String version,
        String title,
        String place,
        Map<String, String> documents,
        @Nullable FallbackCandidate fallback,
        List<ReadingChoice> readings,
        Map<Step, List<LimitLine>> limits,
        @Nullable List<Approval> approvals,
        @Nullable List<AcceptanceItem> scope,
        @Nullable List<AcceptanceItem> rejection,
        List<LadderStep> answerLadder,
        List<FollowUp> callBack,
        List<FollowUp> supervision,
        @Nullable List<Target> targets,
        Map<String, Map<String, Provision>> provisions) {

    /** The line that holds for an order. There always is one: the rules were checked when they were read. */
    public LimitLine limit(Step step, Kind kind, Set<Flag> flags) {
        return limits.getOrDefault(step, List.of()).stream()
                .filter(line -> line.concerns(kind, flags))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(version + " has no line on " + step + " for " + kind));
    }

    public boolean reads(ReadingOption option) {
        return readings.stream()
                .anyMatch(choice -> choice.name().equals(option.reading().key())
                        && choice.value().equals(option.key()));
    }

    /** Who must sign a reply to such an order; empty where the documents are silent. */
    public Optional<Approval> approval(Set<Flag> flags) {
        return approvals == null
                ? Optional.empty()
                : approvals.stream().filter(line -> line.concerns(flags)).findFirst();
    }

    /** What the documents fix of something; empty where nothing is written down, not even that they are silent. */
    public Optional<Provision> provision(String section, String name) {
        return Optional.ofNullable(provisions.getOrDefault(section, Map.of()).get(name));
    }
}
