package cn.yiqilai.channel.chat;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Regions;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.turn.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Opens a conversation and greets; an enterprise with a desk of its own is put through instead. */
@ApplicationScoped
class Opening {
    private static final String DEFAULT_CHANNEL = "WEB";

    /** All of it may be left out. */
    @Schema(name = "OpenConversation")
    public record Wanted(
            @Schema(implementation = ChannelKind.class) @Nullable
            String channel,

            @Nullable String region,
            @Nullable Profile enterprise) {}

    @Schema(name = "EnterpriseProfile")
    public record Profile(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String contact,
            @Nullable String phone) {}

    @Schema(name = "OpenedConversation")
    public record Opened(@Schema(format = "uuid") String id, String token, String greeting) {}

    private final Conversations conversations;
    private final Transcript transcript;
    private final Turns turns;
    private final Regions regions;
    private final City city;

    Opening(Conversations conversations, Transcript transcript, Turns turns, Regions regions, City city) {
        this.conversations = conversations;
        this.transcript = transcript;
        this.turns = turns;
        this.regions = regions;
        this.city = city;
    }

    /**
     * Opening twice opens two: what a first call returned holds the token, and a key that somebody chose for himself must never
     * buy it.
     */
    @Transactional
    public Opened open(@Nullable Wanted request) {
        var wanted = request == null ? new Wanted(null, null, null) : request;
        var channel = ConversationResource.channel(wanted.channel() == null ? DEFAULT_CHANNEL : wanted.channel())
                .orElseThrow(() ->
                        Problem.invalidField("channel", "conversation.channel").asException());
        var opened = conversations.open(channel, region(wanted.region()), enterprise(wanted.enterprise()));
        var greeting = Messages.of("turn.greeting", city.place().name().replaceFirst("[省市]$", ""));
        var first = turns.putStraightThrough(opened.conversation())
                .orElseGet(() ->
                        transcript.append(opened.conversation().id(), Speaker.ASSISTANT, greeting, Message.NO_PAYLOAD));
        return new Opened(opened.conversation().id().toString(), opened.token().text(), first.text());
    }

    private @Nullable String region(@Nullable String region) {
        if (region == null || region.isBlank()) {
            return null;
        }
        return NamedPlace.of(region, regions).name();
    }

    private static Enterprise enterprise(@Nullable Profile profile) {
        return profile == null
                ? Enterprise.UNKNOWN
                : Enterprise.declared(profile.name(), profile.creditCode(), profile.contact(), profile.phone());
    }
}
