package cn.yiqilai.channel.chat;

import cn.yiqilai.city.Place;
import cn.yiqilai.city.Regions;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.StorableText;

/** The place that a caller names in the field {@code region}. */
final class NamedPlace {
    private static final int MOST_REPEATED = 20;

    private NamedPlace() {}

    /** @throws cn.yiqilai.platform.ProblemException 400 when there is no such place; it repeats what was named */
    static Place of(String region, Regions regions) {
        if (!StorableText.isStorable(region)) {
            throw Problem.invalidField("region", "conversation.text", Conversation.LONGEST_REGION)
                    .asException();
        }
        return regions.find(region.strip())
                .orElseThrow(() -> Problem.invalidField("region", "ask.region", shortened(region.strip()))
                        .asException());
    }

    private static String shortened(String region) {
        return StorableText.length(region) <= MOST_REPEATED
                ? region
                : region.substring(0, region.offsetByCodePoints(0, MOST_REPEATED)) + "…";
    }
}
