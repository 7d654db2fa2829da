package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.directory.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation has in every state.
 *
 * @param matter of the list; null = none of them
 * @param topic whose specialists are rung first; it or the unit is there
 * @param unit whose specialists are rung after them
 * @param listed the matter goes to a specialist at once; else there is a reason
 * @param invitedBy the agent
 * @param inHours within the office hours of the city, for which alone the rules give a rate
 * @param version grows by one with each change, from 1
 */
public record InvitationFacts(
        InvitationId id,
        ContactId contact,
        ConversationId conversation,
        @Nullable String matter,
        @Nullable String topic,
        @Nullable UnitId unit,
        boolean listed,
        @Nullable NoAnswer reason,
        UUID invitedBy,
        boolean inHours,
        Instant createdAt,
        long version) {}
