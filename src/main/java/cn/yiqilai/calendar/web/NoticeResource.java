package cn.yiqilai.calendar.web;

import cn.yiqilai.access.Role;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.calendar.KeptNotice;
import cn.yiqilai.calendar.LoadedNotice.Outcome;
import cn.yiqilai.calendar.NoticeForm;
import cn.yiqilai.calendar.NoticeRecords;
import cn.yiqilai.calendar.NoticeView;
import cn.yiqilai.calendar.Notices;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.platform.web.Inputs;
import io.quarkus.security.Authenticated;
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
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The State Council's notices: read by staff, loaded by an administrator. */
@Path("/api/v1/calendar/notices")
@Tag(name = "工作日历")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
public class NoticeResource {
    /** @param total how many there are on all pages */
    @Schema(name = "NoticePage")
    public record NoticePage(List<NoticeView> items, long total) {}

    /** What makes two requests the same one. */
    private record Request(NoticeForm notice, @Nullable Long version) {}

    private final Notices notices;
    private final NoticeRecords records;
    private final Idempotency idempotency;
    private final CurrentAccount current;

    NoticeResource(Notices notices, NoticeRecords records, Idempotency idempotency, CurrentAccount current) {
        this.notices = notices;
        this.records = records;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @Authenticated
    @Operation(summary = "现行的放假通知", description = "每年一份，最近的一年在前。")
    @APIResponse(responseCode = "200", description = "一页通知")
    @APIResponse(responseCode = "400", description = "参数有误")
    public NoticePage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var wanted = Inputs.page(page, size);
        var all = records.inForce();
        return new NoticePage(
                all.stream()
                        .sorted(Comparator.comparingInt(
                                        (KeptNotice notice) -> notice.notice().year())
                                .reversed())
                        .skip(wanted.offset())
                        .limit(wanted.size())
                        .map(KeptNotice::view)
                        .toList(),
                all.size());
    }

    @GET
    @Path("{year}")
    @Authenticated
    @Operation(summary = "一年的放假通知", description = "现行版本。")
    @APIResponse(responseCode = "200", description = "通知")
    @APIResponse(responseCode = "400", description = "年份有误")
    @APIResponse(responseCode = "404", description = "这一年的通知尚未导入")
    public NoticeView get(@PathParam("year") @Parameter(example = "2026") String year) {
        return records.inForce(CalendarResource.requireYear(year))
                .orElseThrow(
                        () -> Problem.notFound("calendar.notice.unknown", year).asException())
                .view();
    }

    @GET
    @Path("{year}/versions")
    @Authenticated
    @Operation(summary = "一年的放假通知的历次版本", description = "最近的在前。更正不会改写先前的版本。")
    @APIResponse(responseCode = "200", description = "一页版本")
    @APIResponse(responseCode = "400", description = "参数有误")
    public NoticePage versions(
            @PathParam("year") @Parameter(example = "2026") String year,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var found = records.versions(CalendarResource.requireYear(year), Inputs.page(page, size));
        return new NoticePage(found.items().stream().map(KeptNotice::view).toList(), found.total());
    }

    @POST
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary = "导入放假通知",
            description = "国务院办公厅的年度通知，格式同 holiday-cn；同一年再次导入即为更正。整份校验、整份生效，未结的期限随即重算。先用 dryRun=true 看看哪些日子会变。")
    @APIResponse(
            responseCode = "200",
            description = "试导入的结果，或与现行版本相同、没有改动",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NoticeLoading.class)))
    @APIResponse(
            responseCode = "201",
            description = "已导入并生效",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NoticeLoading.class)))
    @APIResponse(responseCode = "400", description = "通知有误，errors 逐日说明；没有任何改动")
    @APIResponse(responseCode = "403", description = "没有权限")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现行版本；或 Idempotency-Key 用于不同内容")
    public Response load(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("dryRun")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable
                    String dryRun,
            @QueryParam("version")
                    @Parameter(description = "所见的该年版本，0 为尚无；可不填", schema = @Schema(type = SchemaType.INTEGER))
                    @Nullable
                    String version,
            @Nullable NoticeForm body) {
        var form = Inputs.body(body);
        var seen = Inputs.version(version);
        if (Inputs.flag("dryRun", dryRun)) {
            return Response.ok(NoticeLoading.of(notices.load(form, seen, true, current.actor())))
                    .build();
        }
        var actor = current.actor();
        var loading = idempotency.once(
                "calendar.notice:" + actor.id(),
                key,
                new Request(form, seen),
                NoticeLoading.class,
                () -> NoticeLoading.of(notices.load(form, seen, false, actor)));
        return response(loading);
    }

    private static Response response(NoticeLoading loading) {
        return switch (loading.outcome()) {
            case Outcome.LOADED ->
                Response.created(URI.create("/api/v1/calendar/notices/" + loading.year()))
                        .entity(loading)
                        .build();
            case Outcome.UNCHANGED, Outcome.TRIED -> Response.ok(loading).build();
        };
    }
}
