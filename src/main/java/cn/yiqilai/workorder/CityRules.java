package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.directory.SigningLevel;
import java.util.Optional;
import java.util.Set;

/** What the city's rules say of orders beyond their clocks. Empty is silence: nothing is asked then. */
public interface CityRules {
    /** Those that hold for orders dispatched from now on. */
    String versionInForce();

    /** Who must sign the reply to an order with these flags. */
    Optional<SigningLevel> signerOf(String version, Set<Flag> flags);

    /** Whether the call-back begins with a short message (短信回访); else a person calls. */
    boolean textsFirst(String version);

    /** Who watches over an order whose first rating is bad (一次评价不满意). */
    Optional<String> watchesFirstBadRating(String version);

    /** Who watches over an order that is not done in time. */
    Optional<String> watchesBreach(String version);
}
