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
import cn.yiqilai.directory.DutyContact;
import cn.yiqilai.directory.DutyContactView;
import cn.yiqilai.directory.DutyContacts;
import cn.yiqilai.directory.DutyEditing;
import cn.yiqilai.directory.DutyForm;
import cn.yiqilai.directory.UnitEditing;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.UnitNaming;
import cn.yiqilai.directory.Units;
import cn.yiqilai.directory.Visibility;
import cn.yiqilai.platform.Problem;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is reached for a unit outside its office hours. */
@Path("/api/v1/directory/duty-contacts")
@Tag(name = "组织机构")
@RunOnVirtualThread
@RolesAllowed({DEPARTMENT, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限，或不是本单位的")
public class DutyResource {
    /** @param total how many there are */
    @Schema(name = "DutyContactList")
    public record DutyContactList(List<DutyContactView> items, long total) {}

    /** What is kept under an idempotency key: nobody's name or number. */
    record Receipt(UUID id) {}

    private final DutyContacts duty;
    private final DutyEditing editing;
    private final Units units;
    private final UnitNaming naming;
    private final Visibility visibility;
    private final Idempotency idempotency;
    private final CurrentAccount current;
    private final Clock clock;

    DutyResource(
            DutyContacts duty,
            DutyEditing editing,
            Units units,
            UnitNaming naming,
            Visibility visibility,
            Idempotency idempotency,
            CurrentAccount current,
            Clock clock) {
        this.duty = duty;
        this.editing = editing;
        this.units = units;
        this.naming = naming;
        this.visibility = visibility;
        this.idempotency = idempotency;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(
            summary = "某单位的值班联系",
            description = "带 at：那一刻应联系谁，轮值的在前、常设的在后。不带：现在起尚未结束的全部（最多 1000 条）。电话只对坐席、督办、管理员和本单位完整显示。")
    @APIResponse(responseCode = "200", description = "值班联系")
    @APIResponse(responseCode = "400", description = "参数有误")
    @APIResponse(responseCode = "404", description = "没有这个单位")
    public DutyContactList list(
            @QueryParam("unit") @Parameter(description = "单位编号", required = true, example = "tax") @Nullable
                    String unit,
            @QueryParam("at") @Parameter(description = "时刻，带时区", example = "2026-03-10T22:30:00+08:00") @Nullable
                    String at) {
        var id = DirectoryInputs.unit(unit == null ? "" : unit);
        if (units.find(id).isEmpty()) {
            throw UnitEditing.unknown();
        }
        var found = at == null || at.isEmpty()
                ? editing.ahead(id, clock.instant())
                : duty.at(id, DirectoryInputs.instant("at", at));
        return new DutyContactList(found.stream().map(this::view).toList(), found.size());
    }

    @POST
    @Operation(summary = "登记值班联系", description = "管理员可登记各单位的，承办部门登记本单位的。开始和结束都不填表示始终有效。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "duty", value = Examples.DUTY)))
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DutyContactView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "同一电话同一时间已登记，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable DutyForm body) {
        var form = Inputs.body(body);
        naming.meant(form.unit()).ifPresent(unit -> requireOwn(unit.id()));
        var actor = current.actor();
        var receipt = idempotency.once(
                "directory.duty:" + actor.id(),
                key,
                form,
                Receipt.class,
                () -> new Receipt(editing.create(form, actor).id()));
        return Response.created(URI.create("/api/v1/directory/duty-contacts/" + receipt.id()))
                .entity(view(known(receipt.id().toString())))
                .build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改值班联系", description = "须带所见的 version；内容整体替换。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "duty", value = Examples.CHANGED_DUTY)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这条值班联系")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或已停用")
    public DutyContactView edit(@PathParam("id") String id, @Nullable DutyForm body) {
        var form = Inputs.body(body);
        var contact = known(id);
        requireOwn(contact.unit());
        return view(editing.edit(contact.id(), form, Inputs.required(form.version()), current.actor()));
    }

    @POST
    @Path("{id}/retire")
    @Operation(summary = "停用值班联系")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已停用")
    @APIResponse(responseCode = "404", description = "没有这条值班联系")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public DutyContactView retire(@PathParam("id") String id, DirectoryInputs.@Nullable Deed body) {
        var contact = known(id);
        requireOwn(contact.unit());
        return view(editing.retire(contact.id(), DirectoryInputs.version(body), current.actor()));
    }

    private void requireOwn(UnitId unit) {
        var account = current.get();
        if (!account.roles().contains(Role.ADMIN) && !visibility.worksFor(account, unit)) {
            throw Problem.of(403, "directory.duty-others").asException();
        }
    }

    private DutyContact known(String id) {
        return editing.find(DirectoryInputs.id(id, DutyEditing::unknown)).orElseThrow(DutyEditing::unknown);
    }

    private DutyContactView view(DutyContact contact) {
        return DutyContactView.of(contact, visibility.maySeePhones(current.get(), contact.unit()));
    }
}
