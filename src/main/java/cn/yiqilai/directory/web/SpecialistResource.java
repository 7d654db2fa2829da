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
import cn.yiqilai.directory.Specialist;
import cn.yiqilai.directory.SpecialistEditing;
import cn.yiqilai.directory.SpecialistFilter;
import cn.yiqilai.directory.SpecialistForm;
import cn.yiqilai.directory.SpecialistKind;
import cn.yiqilai.directory.SpecialistView;
import cn.yiqilai.directory.SpecialistsOnDuty;
import cn.yiqilai.directory.UnitEditing;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.UnitNaming;
import cn.yiqilai.directory.Units;
import cn.yiqilai.directory.Visibility;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
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

/** 政策专员: who is brought in when the desk does not know. */
@Path("/api/v1/directory/specialists")
@Tag(name = "组织机构")
@RunOnVirtualThread
@RolesAllowed({DEPARTMENT, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限，或不是本单位的")
public class SpecialistResource {
    private static final int LONGEST_TOPIC = 60;

    /** @param total how many there are on all pages */
    @Schema(name = "SpecialistPage")
    public record SpecialistPage(List<SpecialistView> items, long total) {}

    /** In the order in which they are rung. */
    @Schema(name = "SpecialistsOnDuty")
    public record OnDuty(List<SpecialistView> items, long total) {}

    /** What is kept under an idempotency key: nobody's name or number. */
    record Receipt(UUID id) {}

    private final SpecialistEditing editing;
    private final SpecialistsOnDuty onDuty;
    private final Units units;
    private final UnitNaming naming;
    private final Visibility visibility;
    private final Idempotency idempotency;
    private final CurrentAccount current;
    private final Clock clock;

    SpecialistResource(
            SpecialistEditing editing,
            SpecialistsOnDuty onDuty,
            Units units,
            UnitNaming naming,
            Visibility visibility,
            Idempotency idempotency,
            CurrentAccount current,
            Clock clock) {
        this.editing = editing;
        this.onDuty = onDuty;
        this.units = units;
        this.naming = naming;
        this.visibility = visibility;
        this.idempotency = idempotency;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "查询政策专员", description = "按单位和姓名排列。电话只对督办、管理员和承办部门本单位完整显示，查询文字也不查电话。")
    @APIResponse(responseCode = "200", description = "一页政策专员")
    @APIResponse(responseCode = "400", description = "参数有误")
    public SpecialistPage list(
            @QueryParam("query") @Parameter(description = "姓名、职务或业务领域中的文字") @Nullable String query,
            @QueryParam("unit") @Parameter(description = "单位编号", example = "tax") @Nullable String unit,
            @QueryParam("topic") @Parameter(description = "熟悉这一主题的", example = "增值税/小规模纳税人") @Nullable String topic,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = SpecialistKind.class)) @Nullable
                    String kind,
            @QueryParam("retired") @Parameter(description = "true：包括已停用的") @Nullable String retired,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("directory.invalid");
        var filter = new SpecialistFilter(
                DirectoryInputs.query(checks, query),
                unit == null || unit.isEmpty() ? null : DirectoryInputs.unit(unit),
                checks.optional("topic", topic, LONGEST_TOPIC),
                checks.constant("kind", kind, SpecialistKind.class, Map.of()),
                Inputs.flag("retired", retired));
        checks.throwIfAny();
        var found = editing.list(filter, Inputs.page(page, size));
        return new SpecialistPage(found.items().stream().map(this::view).toList(), found.total());
    }

    @GET
    @Path("on-duty")
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "应连线的政策专员", description = "某主题或某单位当值的政策专员，按连线顺序：值守主题最接近的在前，再按顺位。不带 at：此刻；此时坐席可见完整电话。")
    @APIResponse(responseCode = "200", description = "当值的政策专员，没有时为空")
    @APIResponse(responseCode = "400", description = "参数有误")
    @APIResponse(responseCode = "404", description = "没有这个单位")
    public OnDuty onDuty(
            @QueryParam("topic") @Parameter(description = "信息主题；与 unit 填一个", example = "增值税/小规模纳税人") @Nullable
                    String topic,
            @QueryParam("unit") @Parameter(description = "单位编号；与 topic 填一个", example = "tax") @Nullable String unit,
            @QueryParam("at") @Parameter(description = "时刻，带时区", example = "2026-03-10T10:00:00+08:00") @Nullable
                    String at) {
        var now = at == null || at.isEmpty();
        var instant = at == null || at.isEmpty() ? clock.instant() : DirectoryInputs.instant("at", at);
        var checks = new FieldChecks("directory.invalid");
        var wanted = checks.optional("topic", topic, LONGEST_TOPIC);
        checks.throwIfAny();
        var ofUnit = unit != null && !unit.isEmpty();
        if ((wanted != null) == ofUnit) {
            throw Problem.invalidField("topic", "directory.on-duty").asException();
        }
        var found = wanted == null ? onDuty.at(known(unit), instant) : onDuty.at(wanted, instant);
        var items = found.stream()
                .map(specialist -> now && visibility.mayRing(current.get())
                        ? SpecialistView.of(specialist, true)
                        : view(specialist))
                .toList();
        return new OnDuty(items, items.size());
    }

    @POST
    @Operation(summary = "登记政策专员", description = "管理员可登记各单位的，承办部门登记本单位的。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "specialist", value = Examples.SPECIALIST)))
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SpecialistView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "单位已有同名的，或手机、账号已属于另一位，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable SpecialistForm body) {
        var form = Inputs.body(body);
        requireOwn(form.unit());
        var actor = current.actor();
        var receipt = idempotency.once(
                "directory.specialist:" + actor.id(),
                key,
                form,
                Receipt.class,
                () -> new Receipt(editing.create(form, actor).id()));
        return Response.created(URI.create("/api/v1/directory/specialists/" + receipt.id()))
                .entity(get(receipt.id().toString()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "读取政策专员", description = "电话只对督办、管理员和承办部门本单位完整显示。")
    @APIResponse(responseCode = "200", description = "政策专员")
    @APIResponse(responseCode = "404", description = "没有这位政策专员")
    public SpecialistView get(@PathParam("id") String id) {
        return view(find(id));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改政策专员", description = "须带所见的 version；内容整体替换。单位不能改，请停用后到新单位登记。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "specialist", value = Examples.CHANGED_SPECIALIST)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这位政策专员")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或已停用；或姓名、手机、账号已属于另一位")
    public SpecialistView edit(@PathParam("id") String id, @Nullable SpecialistForm body) {
        var form = Inputs.body(body);
        var specialist = find(id);
        requireOwn(specialist.unit());
        return view(editing.edit(specialist.id(), form, Inputs.required(form.version()), current.actor()));
    }

    @POST
    @Path("{id}/retire")
    @Operation(summary = "停用政策专员", description = "其值守不再算数；以前的内容仍可查看。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已停用")
    @APIResponse(responseCode = "404", description = "没有这位政策专员")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public SpecialistView retire(@PathParam("id") String id, DirectoryInputs.@Nullable Deed body) {
        var specialist = find(id);
        requireOwn(specialist.unit());
        return view(editing.retire(specialist.id(), DirectoryInputs.version(body), current.actor()));
    }

    /** A unit that is unknown belongs to nobody; an administrator is told so field by field. */
    private void requireOwn(@Nullable String unit) {
        if (!current.get().roles().contains(Role.ADMIN)) {
            naming.meant(unit).ifPresentOrElse(found -> requireOwn(found.id()), () -> {
                throw others();
            });
        }
    }

    private void requireOwn(UnitId unit) {
        if (!current.get().roles().contains(Role.ADMIN) && !visibility.worksFor(current.get(), unit)) {
            throw others();
        }
    }

    private static ProblemException others() {
        return Problem.of(403, "directory.specialist-others").asException();
    }

    private UnitId known(@Nullable String unit) {
        var id = DirectoryInputs.unit(unit == null ? "" : unit);
        if (units.find(id).isEmpty()) {
            throw UnitEditing.unknown();
        }
        return id;
    }

    private Specialist find(String id) {
        return editing.find(DirectoryInputs.id(id, SpecialistEditing::unknown)).orElseThrow(SpecialistEditing::unknown);
    }

    private SpecialistView view(Specialist specialist) {
        return SpecialistView.of(specialist, visibility.maySeeSpecialist(current.get(), specialist.unit()));
    }
}
