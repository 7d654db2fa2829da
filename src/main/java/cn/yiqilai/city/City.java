package cn.yiqilai.city;

/**
 * The city that is served. One city a database.
 *
 * @param profile the name of its service rules, {@code yancheng}
 * @param place where it is
 * @param ruleVersion which text of the rules is in force, kept with everything that was computed by it
 */
public record City(String profile, Place place, String ruleVersion) {
    /** @throws IllegalArgumentException for a profile that does not exist */
    public static City of(String profile, RuleBook book, Regions regions) {
        var rules = book.find(profile)
                .orElseThrow(() -> new IllegalArgumentException("CITY must be one of "
                        + book.all().stream().map(ServiceRules::profile).toList() + ", not " + profile));
        return new City(profile, regions.place(rules.place()), rules.version());
    }
}
