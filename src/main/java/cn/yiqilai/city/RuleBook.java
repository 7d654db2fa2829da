package cn.yiqilai.city;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The rules of all cities as they were read at start, by profile. */
public final class RuleBook {
    private final TreeMap<String, WrittenRules> byProfile = new TreeMap<>();

    public RuleBook(Collection<WrittenRules> rules) {
        for (var one : rules) {
            if (byProfile.put(one.rules().profile(), one) != null) {
                throw new IllegalArgumentException(
                        "two texts of the rules of " + one.rules().profile());
            }
        }
    }

    public Optional<ServiceRules> find(String profile) {
        return Optional.ofNullable(byProfile.get(profile)).map(WrittenRules::rules);
    }

    /** @throws IllegalArgumentException when there is no such profile */
    public ServiceRules of(String profile) {
        return find(profile)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no service rules of " + profile + ", only " + byProfile.keySet()));
    }

    /** By name of the profile. */
    public List<ServiceRules> all() {
        return written().stream().map(WrittenRules::rules).toList();
    }

    /** By name of the profile. */
    public List<WrittenRules> written() {
        return List.copyOf(byProfile.values());
    }
}
