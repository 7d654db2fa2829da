package cn.yiqilai.city.web;

import cn.yiqilai.access.Role;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.city.City;
import cn.yiqilai.city.FallbackSwitch;
import cn.yiqilai.city.FallbackSwitches;
import cn.yiqilai.city.FallbackSwitching;
import cn.yiqilai.city.FallbackSwitching.Outcome;
import cn.yiqilai.city.RuleBook;
import cn.yiqilai.city.ServiceRules;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.platform.web.Inputs;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cities' rules, and the operator's switch for what they are silent on. */
@Path("/api/v1/service-rules")
@Tag(name = "服务规则", description = "各城市文件规定的时限、签批、受理范围、回访与督办，逐项注明出处；文件没有规定的为 null。")
@RunOnVirtualThread
public class ServiceRulesResource {
    /** @param served whether it is the city that this service serves */
    @Schema(name = "ServiceRulesSummary")
    public record Summary(String profile, String version, String title, String place, boolean served) {}

    /** @param total how many there are on all pages */
    @Schema(name = "ServiceRulesPage")
    public record SummaryPage(List<Summary> items, long total) {}

    /** @param total how many there are on all pages */
    @Schema(name = "FallbackDecisionPage")
    public record FallbackPage(List<FallbackView> items, long total) {}

    private final RuleBook book;
    private final City city;
    private final FallbackSwitches switches;
    private final FallbackSwitching switching;
    private final Idempotency idempotency;
    private final CurrentAccount current;
    private final Clock clock;

    ServiceRulesResource(
            RuleBook book,
            City city,
            FallbackSwitches switches,
            FallbackSwitching switching,
            Idempotency idempotency,
            CurrentAccount current,
            Clock clock) {
        this.book = book;
        this.city = city;
        this.switches = switches;
        this.switching = switching;
        this.idempotency = idempotency;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "各城市的规则档案", description = "无须登录。version 为档案名、内容版本与内容摘要，工单保留计算时的版本。")
    @APIResponse(responseCode = "200", description = "一页规则档案")
    @APIResponse(responseCode = "400", description = "参数有误")
    public SummaryPage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var wanted = Inputs.page(page, size);
        var all = book.all();
        return new SummaryPage(
                all.stream()
                        .skip(wanted.offset())
                        .limit(wanted.size())
                        .map(this::summary)
                        .toList(),
                all.size());
    }

    @GET
    @Path("{profile}")
    @Operation(
            summary = "一个城市的规则",
            description = "无须登录。每个数值注明文件与条款；null 为文件没有规定。readings 为原文有两种读法处的选择；"
                    + "limits 各环节按先后取第一条合适的；fallbackInForce 为现在用来补足空白的另一档案。")
    @APIResponse(responseCode = "200", description = "规则")
    @APIResponse(responseCode = "404", description = "没有这个城市规则档案")
    public ServiceRulesView get(@PathParam("profile") String profile) {
        var rules = rules(profile);
        return new ServiceRulesView(
                rules, isServed(rules), ServiceRulesView.inForce(switches.inForce(profile, clock.instant())));
    }

    @GET
    @Path("{profile}/fallbacks")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(summary = "备用规则的历次切换", description = "最近的在前。")
    @APIResponse(responseCode = "200", description = "一页切换")
    @APIResponse(responseCode = "400", description = "参数有误")
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "没有权限")
    @APIResponse(responseCode = "404", description = "没有这个城市规则档案")
    public FallbackPage fallbacks(
            @PathParam("profile") String profile,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var wanted = Inputs.page(page, size);
        var all = switches.of(rules(profile).profile());
        return new FallbackPage(
                views(all.stream().skip(wanted.offset()).limit(wanted.size()).toList()), all.size());
    }

    @POST
    @Path("{profile}/fallbacks")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary = "启用或停用备用规则",
            description = "以另一档案补足本档案没有规定的环节，只用于 effectiveFrom 起派单的工单；fallbackProfile 为 null 即停用。"
                    + "省略 effectiveFrom 即立刻生效。须带所见的切换次数 version，从未切换过为 0。切换只增不改，并记入审计。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FallbackForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "启用",
                                            value =
                                                    "{\"fallbackProfile\":\"jiangsu\",\"effectiveFrom\":\"2026-12-01T00:00:00+08:00\","
                                                            + "\"reason\":\"按管理办法第三十二条参照执行\",\"version\":0}")))
    @APIResponse(
            responseCode = "201",
            description = "已切换",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FallbackView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "没有权限")
    @APIResponse(responseCode = "404", description = "没有这个城市规则档案")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为历次切换；或 Idempotency-Key 已用于不同的内容")
    public Response decide(
            @PathParam("profile") String profile,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable JsonNode body) {
        var rules = rules(profile);
        var wish = FallbackForm.read(Inputs.body(body));
        var actor = current.actor();
        var decided = idempotency.once(
                "service-rules.fallback:" + profile + ":" + actor.id(),
                key,
                wish,
                FallbackView.class,
                () -> switch (switching.decide(rules.profile(), wish, actor)) {
                    case Outcome.Switched(var decision) -> FallbackView.of(decision);
                    case Outcome.Stale(var decisions) ->
                        throw Problem.conflict("city.fallback.stale")
                                .with("current", views(decisions))
                                .asException();
                });
        return Response.created(URI.create("/api/v1/service-rules/" + profile + "/fallbacks"))
                .entity(decided)
                .build();
    }

    private ServiceRules rules(String profile) {
        return book.find(profile).orElseThrow(() -> FallbackSwitching.unknown().asException());
    }

    private Summary summary(ServiceRules rules) {
        return new Summary(rules.profile(), rules.version(), rules.title(), rules.place(), isServed(rules));
    }

    private boolean isServed(ServiceRules rules) {
        return rules.profile().equals(city.profile());
    }

    private static List<FallbackView> views(List<FallbackSwitch> decisions) {
        return decisions.stream().map(FallbackView::of).toList();
    }
}
