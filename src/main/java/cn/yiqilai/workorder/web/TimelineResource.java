package cn.yiqilai.workorder.web;

import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.Office;
import cn.yiqilai.city.FallbackSwitching;
import cn.yiqilai.city.RuleBook;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.RateLimit;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.web.ClientAddress;
import cn.yiqilai.platform.web.Inputs;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** 期限试算: the very clocks of orders, fed with events that nobody keeps. */
@Path("/api/v1/service-rules/{profile}/timeline")
@Tag(name = "服务规则")
@RunOnVirtualThread
public class TimelineResource {
    private static final String OPERATION = "timeline";

    private final RuleBook book;
    private final Calendars calendars;
    private final RateLimit limit;
    private final ClientAddress address;
    private final Settings settings;

    TimelineResource(RuleBook book, Calendars calendars, RateLimit limit, ClientAddress address, Settings settings) {
        this.book = book;
        this.calendars = calendars;
        this.limit = limit;
        this.address = address;
        this.settings = settings;
    }

    @POST
    @Operation(
            summary = "期限试算",
            description = "按该城市的规则与工作日历，推算一张工单的各个期限；不登录，不留任何记录。events 按时间先后，最多 200 件，"
                    + "真实工单中间必经的事可以略去：这里只有期限、窗口与上限决定结果。规则没有规定的环节 dueAt 为 null，rule 为“本地未规定”，永不超期；"
                    + "尚未起算的环节不列。fallbackProfile 为用来补足空白的另一档案，补自何处写在 rule 与 profile 中。"
                    + "overdueWorkingMinutes 为办成时已超过期限的工作分钟数。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TimelineForm.class),
                            examples = {
                                @ExampleObject(
                                        name = "咨询延期两个工作日",
                                        value =
                                                "{\"kind\":\"CONSULT\",\"flags\":[],\"fallbackProfile\":null,\"events\":["
                                                        + "{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"DISPATCH\"},"
                                                        + "{\"at\":\"2026-03-12T17:30:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"workingDays\":2},"
                                                        + "{\"at\":\"2026-03-12T17:50:00+08:00\",\"do\":\"DECIDE_EXTENSION\",\"approved\":true}]}"),
                                @ExampleObject(
                                        name = "夜间来电",
                                        value =
                                                "{\"kind\":\"HELP\",\"events\":[{\"at\":\"2026-11-20T21:00:00+08:00\",\"do\":\"RECEIVE\"}]}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "最后一件事之后的各个期限",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TimelineView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个城市规则档案")
    @APIResponse(responseCode = "429", description = "请求过多")
    public TimelineView timeline(@PathParam("profile") String profile, @Nullable JsonNode body, RoutingContext client) {
        if (!limit.allows(OPERATION, address.of(client), settings.askRateLimit())) {
            throw Problem.of(429, "request.too-many")
                    .retryAfter(limit.untilNext())
                    .asException();
        }
        var rules =
                book.find(profile).orElseThrow(() -> FallbackSwitching.unknown().asException());
        return TimelineReader.read(Inputs.body(body), rules, book).run(rules, calendars.of(Office.of(rules.profile())));
    }
}
