package cn.yiqilai.conversation;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.StorableText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise talking with the hotline by one channel.
 *
 * @param city the profile it is served under, {@code yancheng}
 * @param region where the enterprise says it is, {@code 盐城市}; at most 60 code points; null = the city's
 * @param lastSeq number of the last message, 0 while nothing was said
 */
public record Conversation(
        ConversationId id,
        String city,
        ChannelKind channel,
        @Nullable String region,
        Enterprise enterprise,
        Instant createdAt,
        int lastSeq) {
    public static final int LONGEST_REGION = 60;

    public Conversation {
        region = region == null || region.isBlank() ? null : region.strip();
        if (region != null && !StorableText.isStorable(region, LONGEST_REGION)) {
            throw Problem.invalidField("region", "conversation.text", LONGEST_REGION)
                    .asException();
        }
    }
}
