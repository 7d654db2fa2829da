package cn.yiqilai.directory.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.directory.Gap;
import cn.yiqilai.directory.Gaps;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is still missing in the directory. */
@Path("/api/v1/directory/gaps")
@Tag(name = "组织机构")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class GapResource {
    /** A unit in service and what it lacks. */
    @Schema(name = "IncompleteUnit")
    public record IncompleteUnit(String id, String name, List<Gap> gaps) {
        static IncompleteUnit of(Gaps.Incomplete found) {
            return new IncompleteUnit(found.unit().id().value(), found.unit().name(), List.copyOf(found.gaps()));
        }
    }

    /** @param total how many there are on all pages */
    @Schema(name = "IncompleteUnitPage")
    public record IncompleteUnitPage(List<IncompleteUnit> items, long total) {}

    private final Gaps gaps;

    GapResource(Gaps gaps) {
        this.gaps = gaps;
    }

    @GET
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Operation(summary = "还缺什么", description = "缺分管领导、主要负责人、政府分管领导（县、园区平台）、值班联系或责任处室，或政策专员人数不符（部门）的在用单位，按编号。")
    @APIResponse(responseCode = "200", description = "一页单位")
    @APIResponse(responseCode = "400", description = "参数有误")
    public IncompleteUnitPage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var wanted = Inputs.page(page, size);
        var all = gaps.all();
        var items = all.stream()
                .skip(wanted.offset())
                .limit(wanted.size())
                .map(IncompleteUnit::of)
                .toList();
        return new IncompleteUnitPage(items, all.size());
    }
}
