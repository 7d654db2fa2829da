package cn.yiqilai.directory.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SPECIALIST;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Regions;
import cn.yiqilai.directory.UnitView;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which platform answers for a place (属地管理). */
@Path("/api/v1/directory/platform")
@Tag(name = "组织机构")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class PlatformResource {
    private final Units units;
    private final Regions regions;
    private final City city;

    PlatformResource(Units units, Regions regions, City city) {
        this.units = units;
        this.regions = regions;
        this.city = city;
    }

    @GET
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "负责某地的平台", description = "属地管理：本地的平台，没有时为上一级的。")
    @APIResponse(responseCode = "200", description = "平台")
    @APIResponse(responseCode = "400", description = "没有这个地区，或不在本市")
    @APIResponse(responseCode = "404", description = "没有负责这个地区的平台")
    public UnitView find(
            @QueryParam("region") @Parameter(description = "全称或通称；不填为全市", example = "东台") @Nullable String region) {
        var place = region == null || region.isBlank()
                ? city.place()
                : regions.find(region.strip())
                        .filter(found -> found.isWithin(city.place()))
                        .orElseThrow(() -> Problem.invalidField("region", "directory.region")
                                .asException());
        return units.platformFor(place).map(UnitView::of).orElseThrow(() -> Problem.notFound(
                        "directory.platform-unknown")
                .asException());
    }
}
