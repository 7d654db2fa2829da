package cn.yiqilai.insight.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.ActorNames;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.insight.Bulletin;
import cn.yiqilai.insight.Bulletin.Audience;
import cn.yiqilai.insight.BulletinRecords;
import cn.yiqilai.insight.Bulletining;
import cn.yiqilai.insight.CountedOrder;
import cn.yiqilai.insight.Evaluation;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.KnownUnits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bulletins to the units and to everybody. */
@Path("/api/v1/bulletins")
@Tag(name = "评估")
@RunOnVirtualThread
public class BulletinResource {
    private static final String HTML = "text/html;charset=UTF-8";

    /**
     * A bulletin.
     *
     * @param evaluation as it was published
     * @param late orders that were closed too late; none where everybody is told
     * @param poor orders with which the enterprise was not content when it was asked last; none where everybody is told
     */
    @Schema(name = "Bulletin")
    public record BulletinView(
            int number,
            Audience audience,
            String title,
            @Schema(format = "date-time") String issuedAt,
            String issuedBy,
            @Nullable String issuedByName,
            Evaluation evaluation,
            List<CountedOrder> late,
            List<CountedOrder> poor,
            List<AdviceView> advice,
            List<String> cases,
            List<String> problems,
            List<String> opinions) {}

    @Schema(name = "BulletinAdvice")
    public record AdviceView(String unit, String name, String text) {}

    @Schema(name = "BulletinRow")
    public record RowView(
            int number,
            Audience audience,
            String period,
            String title,
            @Schema(format = "date-time") String issuedAt) {
        static RowView of(BulletinRecords.Row row) {
            return new RowView(row.number(), row.audience(), row.period(), row.title(), Shanghai.format(row.at()));
        }
    }

    /** @param total how many there are on all pages */
    @Schema(name = "BulletinPage")
    public record BulletinList(List<RowView> items, long total) {}

    private final Bulletining bulletining;
    private final KnownUnits units;
    private final ActorNames people;
    private final CurrentAccount current;

    BulletinResource(Bulletining bulletining, KnownUnits units, ActorNames people, CurrentAccount current) {
        this.bulletining = bulletining;
        this.units = units;
        this.people = people;
        this.current = current;
    }

    @POST
    @RolesAllowed(SUPERVISOR)
    @Operation(
            summary = "印发通报",
            description = "以已发布的评估为准。UNITS 向成员单位：各单位的指标、超期和评价不满意的工单、逐单位的改进意见和建议；"
                    + "PUBLIC 向社会：全市的指标，不含任何工单。都可附典型案例、社会难点问题和服务对象的意见建议。印发后不再改变。")
    @APIResponse(
            responseCode = "201",
            description = "已印发",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulletinView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "角色没有这项权限")
    @APIResponse(responseCode = "409", description = "这一期评估还没有发布，或 Idempotency-Key 用于不同内容")
    public Response issue(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable BulletinForm body) {
        var issued = bulletining.issue(Inputs.body(body).wish(), current.actor(), key);
        return Response.created(URI.create("/api/v1/bulletins/" + issued.number()))
                .entity(view(issued))
                .build();
    }

    @GET
    @RolesAllowed({AGENT, DEPARTMENT, SUPERVISOR, ADMIN})
    @Operation(summary = "查询通报", description = "新的在前，不含内容。")
    @APIResponse(
            responseCode = "200",
            description = "一页通报",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulletinList.class)))
    @APIResponse(responseCode = "400", description = "参数有误")
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "角色没有这项权限")
    public BulletinList list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        return listed(null, page, size);
    }

    @GET
    @Path("{number}")
    @RolesAllowed({AGENT, DEPARTMENT, SUPERVISOR, ADMIN})
    @Operation(summary = "查看一期通报")
    @APIResponse(
            responseCode = "200",
            description = "通报",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulletinView.class)))
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "角色没有这项权限")
    @APIResponse(responseCode = "404", description = "没有这一期")
    public BulletinView get(@PathParam("number") @Parameter(example = "1") String number) {
        return view(found(number));
    }

    @GET
    @Path("{number}/paper")
    @Produces(HTML)
    @RolesAllowed({AGENT, DEPARTMENT, SUPERVISOR, ADMIN})
    @Operation(summary = "一期通报的打印页", description = "HTML，没有脚本，也不引用外部内容。")
    @APIResponse(
            responseCode = "200",
            description = "网页",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "角色没有这项权限")
    @APIResponse(responseCode = "404", description = "没有这一期")
    public Response paper(@PathParam("number") @Parameter(example = "1") String number) {
        return printed(found(number));
    }

    @GET
    @Path("public")
    @Operation(summary = "向社会的通报", description = "新的在前，不需登录。")
    @APIResponse(
            responseCode = "200",
            description = "一页通报",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulletinList.class)))
    @APIResponse(responseCode = "400", description = "参数有误")
    public BulletinList publicList(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        return listed(Audience.PUBLIC, page, size);
    }

    @GET
    @Path("public/{number}/paper")
    @Produces(HTML)
    @Operation(summary = "向社会的一期通报", description = "HTML，不需登录；不含任何工单和个人信息。")
    @APIResponse(
            responseCode = "200",
            description = "网页",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "没有这一期，或不是向社会的")
    public Response publicPaper(@PathParam("number") @Parameter(example = "1") String number) {
        return printed(bulletining.findPublic(parsed(number)).orElseThrow(BulletinResource::missing));
    }

    private BulletinList listed(@Nullable Audience audience, @Nullable String page, @Nullable String size) {
        var found = bulletining.list(audience, Inputs.page(page, size));
        return new BulletinList(found.items().stream().map(RowView::of).toList(), found.total());
    }

    private Response printed(Bulletin bulletin) {
        return Response.ok(new BulletinPaper(bulletin, units).html(), HTML).build();
    }

    private BulletinView view(Bulletin bulletin) {
        var texts = bulletin.texts();
        return new BulletinView(
                bulletin.number(),
                bulletin.audience(),
                bulletin.title(),
                Shanghai.format(bulletin.at()),
                bulletin.by(),
                people.of(bulletin.by()).orElse(null),
                bulletin.evaluation(),
                bulletin.late(),
                bulletin.poor(),
                texts.advice().stream()
                        .map(one -> new AdviceView(one.unit(), units.name(one.unit()), one.text()))
                        .toList(),
                texts.cases(),
                texts.problems(),
                texts.opinions());
    }

    private Bulletin found(String number) {
        return bulletining.find(parsed(number)).orElseThrow(BulletinResource::missing);
    }

    /** What is no number is the number of none. */
    private static int parsed(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw missing();
        }
    }

    private static RuntimeException missing() {
        return Problem.notFound("insight.no-bulletin").asException();
    }
}
