package cn.yiqilai.channel.chat;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Regions;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.retrieval.KnowledgeMirror;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one may ask about: the topics with most entries in force here, with questions of each. */
@Path("/api/v1/topics")
@Tag(name = "问答")
@RunOnVirtualThread
public class TopicsResource {
    private static final int TOPICS = 12;
    private static final int QUESTIONS = 4;

    @Schema(name = "TopicList")
    public record Topics(List<Topic> items) {}

    @Schema(name = "Topic")
    public record Topic(String topic, List<String> questions) {}

    private final KnowledgeMirror knowledge;
    private final Regions regions;
    private final City city;
    private final Clock clock;

    TopicsResource(KnowledgeMirror knowledge, Regions regions, City city, Clock clock) {
        this.knowledge = knowledge;
        this.regions = regions;
        this.city = city;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "热门主题", description = "在本地有效的条目最多的主题，各附几个问题。")
    @APIResponse(responseCode = "200", description = "主题")
    public Topics topics() {
        var today = Shanghai.today(clock);
        var byTopic = knowledge.entries().stream()
                .filter(entry -> entry.topic() != null && isInForce(entry, today))
                .sorted(Comparator.comparing(Entry::id))
                .collect(Collectors.groupingBy(TopicsResource::head));
        return new Topics(byTopic.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Entry>> one) ->
                                -one.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(TOPICS)
                .map(one -> new Topic(
                        one.getKey(),
                        one.getValue().stream()
                                .map(Entry::question)
                                .limit(QUESTIONS)
                                .toList()))
                .toList());
    }

    private boolean isInForce(Entry entry, LocalDate today) {
        return regions.holds(entry.place(), city.place())
                && (entry.validUntil() == null || !entry.validUntil().isBefore(today))
                && (entry.validFrom() == null || !entry.validFrom().isAfter(today));
    }

    private static String head(Entry entry) {
        var topic = entry.topic() == null ? "" : entry.topic();
        return topic.split("/", 2)[0];
    }
}
