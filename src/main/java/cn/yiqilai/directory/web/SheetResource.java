package cn.yiqilai.directory.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.directory.DirectoryExport;
import cn.yiqilai.directory.DirectoryImport;
import cn.yiqilai.directory.Histories;
import cn.yiqilai.directory.ImportReport;
import cn.yiqilai.directory.Past;
import cn.yiqilai.directory.TakenSheet;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The directory as sheets, in and out, and what it said before. */
@Path("/api/v1/directory")
@Tag(name = "组织机构")
@Blocking // Reading a sheet computes for long: on a virtual thread it would keep a core from those who ask.
@RolesAllowed(ADMIN)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class SheetResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_NAME = 200;
    private static final String PARTS =
            "units、leaders、duty-contacts、filing-codes、windows、specialists、rota、key-enterprises 或 major-projects";

    /** The parts of an upload, for the description only. */
    @Schema(name = "DirectoryFile")
    public record DirectoryFile(
            @Schema(type = SchemaType.STRING, format = "binary")
            String file) {}

    /** A sheet that was taken in; {@code number} counts those of its part. */
    @Schema(name = "TakenSheet")
    public record TakenSheetView(
            int number,
            String fileName,
            int created,
            int updated,
            int unchanged,
            int retired,
            String actor,
            @Schema(format = "date-time") String at) {
        static TakenSheetView of(TakenSheet sheet) {
            return new TakenSheetView(
                    sheet.number(),
                    sheet.fileName(),
                    sheet.created(),
                    sheet.updated(),
                    sheet.unchanged(),
                    sheet.retired(),
                    sheet.actor(),
                    Shanghai.format(sheet.at()));
        }
    }

    /** @param total how many are listed */
    @Schema(name = "TakenSheetList")
    public record TakenSheetList(List<TakenSheetView> items, long total) {}

    /**
     * What something said at one version.
     *
     * @param content its fields then; names and numbers of people outside masked
     * @param actor who wrote that version, by id
     */
    @Schema(name = "DirectoryVersion")
    public record Version(
            long version,
            @Schema(type = SchemaType.OBJECT) Map<String, Object> content,
            String actor,
            @Schema(format = "date-time") String at) {
        static Version of(Past past) {
            @SuppressWarnings("unchecked")
            var content = (Map<String, Object>) past.content();
            return new Version(past.version(), content, past.actor().id(), Shanghai.format(past.at()));
        }
    }

    /** @param total how many are listed */
    @Schema(name = "DirectoryVersionList")
    public record VersionList(List<Version> items, long total) {}

    private final DirectoryImport imports;
    private final DirectoryExport export;
    private final Histories histories;
    private final CurrentAccount current;

    SheetResource(DirectoryImport imports, DirectoryExport export, Histories histories, CurrentAccount current) {
        this.imports = imports;
        this.export = export;
        this.histories = histories;
        this.current = current;
    }

    @POST
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "导入一张表",
            description = "xlsx 或 csv，按表头识别列，导出的表可以再导入。有一行不能导入，就一行也不导入，errors 逐行说明原因（最多列 1000 项）。"
                    + "内容相同的行不变，表中没有的保持原样；附件3、附件4 的表可原样导入；归口和窗口可带 complete=true，表中没有的即停用。本市的归口或窗口首次导入时，演示条目自动停用。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = DirectoryFile.class)))
    @APIResponse(responseCode = "200", description = "结果；applied 表示是否已写入")
    @APIResponse(responseCode = "400", description = "文件读不出，或参数有误")
    @APIResponse(responseCode = "409", description = "Idempotency-Key 用于不同的文件，或表中两行互换了名称")
    @APIResponse(responseCode = "413", description = "文件超过 20 MB")
    @APIResponse(responseCode = "429", description = "正在进行的导入过多")
    public ImportReport take(
            @RestForm("file") @Nullable FileUpload file,
            @QueryParam("of") @Parameter(description = PARTS, required = true, example = "units") @Nullable String of,
            @QueryParam("dryRun") @Parameter(description = "true：只检查，不写入") @Nullable String dryRun,
            @QueryParam("complete") @Parameter(description = "true：表中没有的即停用，仅限归口和窗口") @Nullable String complete,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var part = DirectoryInputs.part(of);
        if (file == null) {
            throw Problem.invalidField("file", "directory.import.no-file").asException();
        }
        var order = new DirectoryImport.Order(
                part, name(file), Inputs.flag("dryRun", dryRun), Inputs.flag("complete", complete), key);
        if (!order.makesSense()) {
            throw Problem.invalidField("complete", "directory.import.not-complete")
                    .asException();
        }
        return imports.take(file.uploadedFile(), order, current.actor());
    }

    @GET
    @Path("imports")
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Operation(summary = "已导入的表", description = "新的在前，最多 100 张。")
    @APIResponse(responseCode = "200", description = "已导入的表")
    @APIResponse(responseCode = "400", description = "of 有误")
    public TakenSheetList taken(
            @QueryParam("of") @Parameter(description = PARTS, required = true, example = "units") @Nullable String of) {
        var sheets = imports.taken(DirectoryInputs.part(of)).stream()
                .map(TakenSheetView::of)
                .toList();
        return new TakenSheetList(sheets, sheets.size());
    }

    @GET
    @Path("exports")
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Produces(WORKBOOK)
    @Operation(
            summary = "导出一张表",
            description = "xlsx，可以再导入；像公式的内容前加一个撇号。已停用的人员、值班联系、企业和项目以及演示条目不在其中。姓名和电话不遮盖，每次导出都有记录。")
    @APIResponse(
            responseCode = "200",
            description = "文件",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "of 有误")
    public Response export(
            @QueryParam("of") @Parameter(description = PARTS, required = true, example = "units") @Nullable String of) {
        var part = DirectoryInputs.part(of);
        export.enter(part, current.actor());
        StreamingOutput content = target -> export.write(part, target);
        return Response.ok(content, WORKBOOK)
                .header("Content-Disposition", "attachment; filename=\"" + part.path() + ".xlsx\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("versions")
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Operation(summary = "以前的内容", description = "新的在前，最多 100 版；电话和企业人员姓名已遮盖。")
    @APIResponse(responseCode = "200", description = "各版内容；没有这一项时为空")
    @APIResponse(responseCode = "400", description = "of 有误")
    public VersionList versions(
            @QueryParam("of") @Parameter(description = PARTS, required = true, example = "units") @Nullable String of,
            @QueryParam("id") @Parameter(description = "编号", required = true, example = "tax") @Nullable String id) {
        var versions = histories.of(DirectoryInputs.part(of), id == null ? "" : id.replace("\0", "")).stream()
                .map(Version::of)
                .toList();
        return new VersionList(versions, versions.size());
    }

    /** For the report only; nothing is ever opened by it. */
    private static String name(FileUpload file) {
        var name = file.fileName() == null ? "" : file.fileName();
        var plain = name.codePoints()
                .filter(point -> !Character.isISOControl(point) && (point < 0xD800 || point > 0xDFFF))
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.isBlank() ? "file" : plain;
    }
}
