package cn.yiqilai.city;

import java.util.Map;

/**
 * The city that is served. One city a database.
 *
 * @param profile the name of its service rules, {@code yancheng}
 * @param place where it is
 * @param ruleVersion which text of the rules is in force, kept with everything that was computed by it
 */
public record City(String profile, Place place, String ruleVersion) {
    private static final Map<String, String> PLACES =
            Map.of("yancheng", "盐城市", "suzhou", "苏州市", "shuangyashan", "双鸭山市", "jiangsu", "江苏省");

    /** @throws IllegalArgumentException for a profile that does not exist */
    public static City of(String profile, Regions regions) {
        var name = PLACES.get(profile);
        if (name == null) {
            throw new IllegalArgumentException("CITY must be one of " + PLACES.keySet() + ", not " + profile);
        }
        return new City(profile, regions.place(name), profile + "/0.1");
    }
}
