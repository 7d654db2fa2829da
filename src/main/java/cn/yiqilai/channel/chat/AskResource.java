package cn.yiqilai.channel.chat;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Place;
import cn.yiqilai.city.Regions;
import cn.yiqilai.conversation.UtteranceText;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.turn.Question;
import cn.yiqilai.turn.Reply;
import cn.yiqilai.turn.ReplyWriter;
import cn.yiqilai.turn.Thinking;
import cn.yiqilai.understanding.Context;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One question, no conversation, no side effect. */
@Path("/api/v1/ask")
@Tag(name = "问答", description = "无须登录。给出答案与来源；没有把握时如实说明，并列出相近的条目。")
@RunOnVirtualThread
public class AskResource {
    private static final int DEFAULT_LIMIT = 3;
    private static final int HIGHEST_LIMIT = 20;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** Only {@code question} is required. */
    @Schema(name = "Ask", requiredProperties = "question")
    public record Ask(
            @Schema(minLength = 1, maxLength = 500) @Nullable
            String question,

            @Nullable String region,

            @Schema(format = "date", examples = "2026-11-20") @Nullable
            String asOf,

            @Schema(minimum = "1", maximum = "20", defaultValue = "3") @Nullable
            Integer limit) {}

    private final Thinking thinking;
    private final ReplyWriter writer;
    private final AskGate gate;
    private final Regions regions;
    private final City city;
    private final Clock clock;

    AskResource(Thinking thinking, ReplyWriter writer, AskGate gate, Regions regions, City city, Clock clock) {
        this.thinking = thinking;
        this.writer = writer;
        this.gate = gate;
        this.regions = regions;
        this.city = city;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "提一个问题",
            description = "返回决定、置信度、答案与来源。不记录任何内容。一次问了两三件事的，逐一答复：每条答案带 part（第几问），"
                    + "先列各问的最佳答案，总数不超过 limit，但各问至少一条；没有把握的一问列在 unanswered。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = {
                                @ExampleObject(
                                        name = "增值税",
                                        value =
                                                "{\"question\":\"小规模纳税人一个月开票9万要交增值税吗\",\"region\":\"盐城市\",\"limit\":3}"),
                                @ExampleObject(
                                        name = "两个问题",
                                        value = "{\"question\":\"新招的员工多久要签书面劳动合同？另外试用期工资最低给多少？\"}")
                            }))
    @APIResponse(responseCode = "200", description = "决定与答案")
    @APIResponse(responseCode = "400", description = "问题为空、过长，或字段有误")
    @APIResponse(responseCode = "429", description = "请求过多")
    public Reply ask(@Nullable Ask ask, RoutingContext client) {
        if (ask == null) {
            throw Problem.invalid("request.not-json").asException();
        }
        var question = new Question(text(ask.question()), place(ask.region()), day(ask.asOf()), Context.NONE);
        var limit = limit(ask.limit());
        return gate.pass(client, () -> writer.write(thinking.think(question), limit));
    }

    private static String text(@Nullable String question) {
        return switch (UtteranceText.check(question)) {
            case UtteranceText.Outcome.Accepted accepted -> accepted.text().value();
            case UtteranceText.Outcome.Refused refused ->
                throw new Problem(
                                400,
                                "ask.question",
                                Messages.of("ask.question"),
                                List.of(new Problem.FieldError(
                                        "question", refused.error().message())),
                                Map.of())
                        .asException();
        };
    }

    private Place place(@Nullable String region) {
        if (region == null || region.isBlank()) {
            return city.place();
        }
        return NamedPlace.of(region, regions);
    }

    /** A day and nothing else: the JSON reader itself would also take numbers, lists and times for one. */
    private LocalDate day(@Nullable String asOf) {
        if (asOf == null) {
            return Shanghai.today(clock);
        }
        return parsed(asOf)
                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
                .orElseThrow(() -> Problem.invalidField("asOf", "ask.as-of").asException());
    }

    private static Optional<LocalDate> parsed(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw Problem.invalidField("limit", "ask.limit").asException();
        }
        return limit;
    }
}
