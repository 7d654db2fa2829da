package cn.yiqilai.insight.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.insight.Counted;
import cn.yiqilai.insight.Evaluating;
import cn.yiqilai.insight.Evaluation;
import cn.yiqilai.insight.EvaluationSheet;
import cn.yiqilai.insight.Period;
import cn.yiqilai.insight.Publication;
import cn.yiqilai.insight.Publishing;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Inputs;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Evaluations of months, quarters and years, and what was published of them. */
@Path("/api/v1/insight")
@Tag(name = "评估", description = "按办结时间归期的月度监测、季度与年度评估，附分子、分母和不计入的原因；发布后不再改变。")
@RunOnVirtualThread
@RolesAllowed({SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class EvaluationResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * What was published.
     *
     * @param evaluation left out in lists
     * @param inTime it was published by the end of the month after the period
     * @param publishedBy {@code account:…}
     */
    @Schema(name = "EvaluationPublication")
    public record PublicationView(
            String period,
            LocalDate firstDay,
            LocalDate lastDay,
            @Schema(format = "date-time") String publishedAt,
            String publishedBy,
            boolean inTime,
            @Nullable Evaluation evaluation) {
        static PublicationView of(Publication publication) {
            var counted = publication.counted();
            var period = Period.parse(publication.period()).orElseThrow();
            return new PublicationView(
                    publication.period(),
                    publication.firstDay(),
                    publication.lastDay(),
                    Shanghai.format(publication.at()),
                    publication.by(),
                    !LocalDate.ofInstant(publication.at(), Shanghai.ZONE).isAfter(period.publishBy()),
                    counted == null ? null : counted.evaluation());
        }
    }

    /** @param total how many there are on all pages */
    @Schema(name = "EvaluationPublicationPage")
    public record PublicationPage(List<PublicationView> items, long total) {}

    private final Evaluating evaluating;
    private final Publishing publishing;
    private final EvaluationSheet sheet;
    private final CurrentAccount current;

    EvaluationResource(Evaluating evaluating, Publishing publishing, EvaluationSheet sheet, CurrentAccount current) {
        this.evaluating = evaluating;
        this.publishing = publishing;
        this.sheet = sheet;
        this.current = current;
    }

    @GET
    @Path("evaluations")
    @Operation(
            summary = "评估一个月、一个季度或一年",
            description =
                    "按现在的记录统计。工单按办结时间（上海时间）归期，期末未办结的结转下期；此后的评价仍归办结的那一期。" + "没有可计的，结果为 null；本地没有规定目标的，target 为 null。")
    @APIResponse(
            responseCode = "200",
            description = "评估",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Evaluation.class)))
    @APIResponse(responseCode = "400", description = "period 有误")
    public Evaluation evaluate(
            @QueryParam("period")
                    @Parameter(description = "月 2026-03、季度 2026-Q1 或年 2026", required = true, example = "2026-03")
                    @Nullable
                    String period) {
        return evaluating.evaluate(required(period)).evaluation();
    }

    @POST
    @Path("evaluations/{period}/publish")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "发布评估结果", description = "期间结束后（应在次月）发布，一期一次；结果和计入的工单照此刻保存，此后的评价不再改变它。")
    @APIResponse(
            responseCode = "201",
            description = "已发布",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicationView.class)))
    @APIResponse(responseCode = "400", description = "period 有误")
    @APIResponse(responseCode = "409", description = "期间还没有结束，或已发布；current 为已发布的")
    public Response publish(
            @PathParam("period") @Parameter(example = "2026-03") String period,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var published = publishing.publish(required(period), current.actor(), key);
        return Response.created(URI.create("/api/v1/insight/publications/" + published.period()))
                .entity(PublicationView.of(published))
                .build();
    }

    @GET
    @Path("publications")
    @Operation(summary = "已发布的评估", description = "新的期间在前，不含结果。")
    @APIResponse(
            responseCode = "200",
            description = "一页",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicationPage.class)))
    @APIResponse(responseCode = "400", description = "参数有误")
    public PublicationPage publications(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var found = publishing.list(Inputs.page(page, size));
        return new PublicationPage(
                found.items().stream().map(PublicationView::of).toList(), found.total());
    }

    @GET
    @Path("publications/{period}")
    @Operation(summary = "查看已发布的评估", description = "发布时的结果，一字不改。")
    @APIResponse(
            responseCode = "200",
            description = "已发布的评估",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicationView.class)))
    @APIResponse(responseCode = "400", description = "period 有误")
    @APIResponse(responseCode = "404", description = "没有发布这一期")
    public PublicationView publication(@PathParam("period") @Parameter(example = "2026-03") String period) {
        return PublicationView.of(published(required(period)));
    }

    @GET
    @Path("exports")
    @Produces(WORKBOOK)
    @Operation(summary = "导出评估", description = "xlsx：结果、口径、各单位、部门直报、计入的工单（不含个人信息）。")
    @APIResponse(
            responseCode = "200",
            description = "文件",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "参数有误")
    @APIResponse(responseCode = "404", description = "没有发布这一期")
    public Response export(
            @QueryParam("period") @Parameter(description = "月、季度或年", required = true, example = "2026-03") @Nullable
                    String period,
            @QueryParam("published") @Parameter(description = "true：发布时的结果；否则按现在的记录统计") @Nullable String published) {
        var wanted = required(period);
        if (Inputs.flag("published", published)) {
            var publication = published(wanted);
            return attached(Objects.requireNonNull(publication.counted()), Shanghai.format(publication.at()), wanted);
        }
        return attached(evaluating.evaluate(wanted), null, wanted);
    }

    private Response attached(Counted counted, @Nullable String publishedAt, Period period) {
        StreamingOutput content = target -> sheet.write(counted, publishedAt, target);
        return Response.ok(content, WORKBOOK)
                .header("Content-Disposition", "attachment; filename=\"evaluation-" + period.name() + ".xlsx\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Publication published(Period period) {
        return publishing.find(period).orElseThrow(() -> Problem.notFound("insight.not-published", period.name())
                .asException());
    }

    private static Period required(@Nullable String raw) {
        return Period.parse(raw == null ? "" : raw).orElseThrow(() -> Problem.invalidField("period", "insight.period")
                .asException());
    }
}
