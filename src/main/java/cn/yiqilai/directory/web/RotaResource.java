package cn.yiqilai.directory.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SPECIALIST;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.Role;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.directory.RotaEditing;
import cn.yiqilai.directory.RotaGap;
import cn.yiqilai.directory.RotaGaps;
import cn.yiqilai.directory.Shift;
import cn.yiqilai.directory.ShiftForm;
import cn.yiqilai.directory.ShiftView;
import cn.yiqilai.directory.Specialist;
import cn.yiqilai.directory.Visibility;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Which specialist is on duty for which topic when. */
@Path("/api/v1/directory/rota")
@Tag(name = "组织机构")
@RunOnVirtualThread
@RolesAllowed({DEPARTMENT, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限，或不是本单位的")
public class RotaResource {
    private static final int LONGEST_TOPIC = 60;
    private static final int MOST_DAYS = 62;
    private static final int DAYS_AHEAD = 13;

    /** @param total how many there are on all pages */
    @Schema(name = "ShiftPage")
    public record ShiftPage(List<ShiftView> items, long total) {}

    /** @param total how many there are on all pages */
    @Schema(name = "RotaGapPage")
    public record RotaGapPage(List<RotaGap> items, long total) {}

    /** What is kept under an idempotency key. */
    record Receipt(UUID id) {}

    /** Days, both included. */
    private record Period(LocalDate first, LocalDate last) {}

    private final RotaEditing editing;
    private final RotaGaps gaps;
    private final Visibility visibility;
    private final Idempotency idempotency;
    private final CurrentAccount current;
    private final Clock clock;

    RotaResource(
            RotaEditing editing,
            RotaGaps gaps,
            Visibility visibility,
            Idempotency idempotency,
            CurrentAccount current,
            Clock clock) {
        this.editing = editing;
        this.gaps = gaps;
        this.visibility = visibility;
        this.idempotency = idempotency;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "值守排班", description = "从 from 到 until 两日（含）的值守，按开始时间；不带时为今天起两周，最多 62 天。")
    @APIResponse(responseCode = "200", description = "一页值守")
    @APIResponse(responseCode = "400", description = "参数有误")
    public ShiftPage list(
            @QueryParam("topic") @Parameter(description = "值守主题", example = "增值税") @Nullable String topic,
            @QueryParam("from") @Parameter(description = "首日", example = "2026-03-10") @Nullable String from,
            @QueryParam("until") @Parameter(description = "末日", example = "2026-03-23") @Nullable String until,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("directory.invalid");
        var wanted = checks.optional("topic", topic, LONGEST_TOPIC);
        var period = period(checks, from, until);
        var paging = Inputs.page(page, size);
        var all = editing.between(
                wanted,
                period.first().atStartOfDay(Shanghai.ZONE).toInstant(),
                period.last().plusDays(1).atStartOfDay(Shanghai.ZONE).toInstant());
        Map<UUID, Specialist> holders = new HashMap<>();
        var items = all.stream()
                .skip(paging.offset())
                .limit(paging.size())
                .map(shift ->
                        ShiftView.of(shift, holders.computeIfAbsent(shift.specialist(), id -> editing.holder(shift))))
                .toList();
        return new ShiftPage(items, all.size());
    }

    @GET
    @Path("gaps")
    @RolesAllowed({DEPARTMENT, SUPERVISOR, ADMIN})
    @Operation(
            summary = "无人值守的时段",
            description = "从 from 到 until 两日（含）的办公时间内没有政策专员当值的时段，按主题和时间；不带时为今天起两周，最多 62 天。主题为在用专员的优势业务领域。")
    @APIResponse(responseCode = "200", description = "一页时段")
    @APIResponse(responseCode = "400", description = "参数有误")
    public RotaGapPage gaps(
            @QueryParam("topic") @Parameter(description = "只看这一主题", example = "增值税") @Nullable String topic,
            @QueryParam("from") @Parameter(description = "首日", example = "2026-03-10") @Nullable String from,
            @QueryParam("until") @Parameter(description = "末日", example = "2026-03-23") @Nullable String until,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("directory.invalid");
        var wanted = checks.optional("topic", topic, LONGEST_TOPIC);
        var period = period(checks, from, until);
        var paging = Inputs.page(page, size);
        var all = gaps.between(wanted, period.first(), period.last());
        return new RotaGapPage(
                all.stream().skip(paging.offset()).limit(paging.size()).toList(), all.size());
    }

    @POST
    @Operation(summary = "登记值守", description = "管理员可登记各单位专员的，承办部门登记本单位专员的。同一主题的同一顺位、同一专员，时间不能重叠。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "shift", value = Examples.SHIFT)))
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ShiftView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "与已有的值守重叠，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable ShiftForm body) {
        var form = Inputs.body(body);
        requireOwn(form);
        var actor = current.actor();
        var receipt = idempotency.once(
                "directory.rota:" + actor.id(),
                key,
                form,
                Receipt.class,
                () -> new Receipt(editing.create(form, actor).id()));
        return Response.created(URI.create("/api/v1/directory/rota/" + receipt.id()))
                .entity(get(receipt.id().toString()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "读取值守")
    @APIResponse(responseCode = "200", description = "值守")
    @APIResponse(responseCode = "404", description = "没有这段值守")
    public ShiftView get(@PathParam("id") String id) {
        return view(known(id));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改值守", description = "须带所见的 version；内容整体替换，也可换成另一位专员。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "shift", value = Examples.CHANGED_SHIFT)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这段值守")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或已停用；或与已有的值守重叠")
    public ShiftView edit(@PathParam("id") String id, @Nullable ShiftForm body) {
        var form = Inputs.body(body);
        var shift = known(id);
        requireOwn(editing.holder(shift));
        requireOwn(form);
        return view(editing.edit(shift.id(), form, Inputs.required(form.version()), current.actor()));
    }

    @POST
    @Path("{id}/retire")
    @Operation(summary = "取消值守")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已取消")
    @APIResponse(responseCode = "404", description = "没有这段值守")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public ShiftView retire(@PathParam("id") String id, DirectoryInputs.@Nullable Deed body) {
        var shift = known(id);
        requireOwn(editing.holder(shift));
        return view(editing.retire(shift.id(), DirectoryInputs.version(body), current.actor()));
    }

    private Period period(FieldChecks checks, @Nullable String from, @Nullable String until) {
        var begins = checks.day("from", from);
        var ends = checks.day("until", until);
        checks.throwIfAny();
        var first = begins == null ? Shanghai.today(clock) : begins;
        var last = ends == null ? first.plusDays(DAYS_AHEAD) : ends;
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Problem.invalidField("until", "directory.period", String.valueOf(MOST_DAYS))
                    .asException();
        }
        return new Period(first, last);
    }

    /** Who is unknown belongs to no unit; that he is unknown is said with the rest of the form. */
    private void requireOwn(ShiftForm form) {
        editing.specialist(form.specialist()).ifPresent(this::requireOwn);
    }

    private void requireOwn(Specialist specialist) {
        var account = current.get();
        if (!account.roles().contains(Role.ADMIN) && !visibility.worksFor(account, specialist.unit())) {
            throw Problem.of(403, "directory.specialist-others").asException();
        }
    }

    private Shift known(String id) {
        return editing.find(DirectoryInputs.id(id, RotaEditing::unknown)).orElseThrow(RotaEditing::unknown);
    }

    private ShiftView view(Shift shift) {
        return ShiftView.of(shift, editing.holder(shift));
    }
}
