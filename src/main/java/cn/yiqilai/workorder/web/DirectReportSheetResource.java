package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.direct.DirectReportExport;
import cn.yiqilai.workorder.direct.DirectReportImport;
import cn.yiqilai.workorder.direct.ReportColumn;
import cn.yiqilai.workorder.direct.SheetReport;
import cn.yiqilai.workorder.web.DirectReportViews.SheetList;
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
import java.nio.charset.StandardCharsets;
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

/** 企业诉求办理情况汇总表, in and out. */
@Path("/api/v1/direct-reports")
@Tag(name = "直报")
@Blocking // Reading a sheet computes for long: on a virtual thread it would keep a core from those who ask.
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限，或本单位没有获准直报")
public class DirectReportSheetResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv;charset=UTF-8";
    /** By this mark spreadsheets know UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UNIT = 60;

    /** The parts of an upload, for the description only. */
    @Schema(name = "DirectReportFile")
    public record DirectReportFile(
            @Schema(type = SchemaType.STRING, format = "binary")
            String file) {}

    private final DirectReportImport imports;
    private final DirectReportExport export;
    private final CurrentOfficer officer;
    private final DirectReportViews views;

    DirectReportSheetResource(
            DirectReportImport imports, DirectReportExport export, CurrentOfficer officer, DirectReportViews views) {
        this.imports = imports;
        this.export = export;
        this.officer = officer;
        this.views = views;
    }

    @POST
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({DEPARTMENT, AGENT, SUPERVISOR})
    @Operation(
            summary = "导入季度汇总表",
            description = "企业诉求办理情况汇总表，xlsx 或 csv，须有且只有附件3的十一列。每行是一件已办结的诉求，登记后即归档；诉求类型按求助。"
                    + "有一行不能导入，就一行也不导入，errors 逐行说明原因（最多列 1000 项）。此前报送过的同一内容不变，表可以重复报送；"
                    + "部门只报本单位办理的，坐席和督办可代报。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = DirectReportFile.class)))
    @APIResponse(responseCode = "200", description = "结果；applied 表示是否已写入")
    @APIResponse(responseCode = "400", description = "文件读不出，或参数有误")
    @APIResponse(responseCode = "409", description = "Idempotency-Key 用于不同的文件")
    @APIResponse(responseCode = "413", description = "文件超过 20 MB")
    @APIResponse(responseCode = "429", description = "正在进行的导入过多")
    public SheetReport take(
            @RestForm("file") @Nullable FileUpload file,
            @QueryParam("quarter")
                    @Parameter(description = "所报的季度；诉求时间须在其中", required = true, example = "2026-Q1")
                    @Nullable
                    String quarter,
            @QueryParam("dryRun") @Parameter(description = "true：只检查，不写入") @Nullable String dryRun,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var which = DirectReportResource.quarter(quarter);
        if (file == null) {
            throw Problem.invalidField("file", "directory.import.no-file").asException();
        }
        var wish = new DirectReportImport.Wish(which, name(file), Inputs.flag("dryRun", dryRun), key);
        return imports.take(file.uploadedFile(), wish, officer.get());
    }

    @GET
    @Path("imports")
    @RolesAllowed({DEPARTMENT, AGENT, SUPERVISOR, ADMIN})
    @Operation(summary = "已导入的汇总表", description = "新的在前，最多 100 张；部门只看本单位的。")
    @APIResponse(
            responseCode = "200",
            description = "已导入的汇总表",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SheetList.class)))
    public SheetList taken() {
        var items = imports.taken(officer.get()).stream().map(views::of).toList();
        return new SheetList(items, items.size());
    }

    @GET
    @Path("template")
    @RolesAllowed({DEPARTMENT, AGENT, SUPERVISOR, ADMIN})
    @Produces(WORKBOOK)
    @Operation(summary = "空白汇总表", description = "附件3的十一列，没有内容。")
    @APIResponse(
            responseCode = "200",
            description = "文件",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "format 有误")
    public Response template(
            @QueryParam("format") @Parameter(description = "xlsx（默认）或 csv", example = "xlsx") @Nullable String format) {
        if ("csv".equals(format)) {
            var header = MARK + String.join(",", ReportColumn.headings()) + "\r\n";
            return attached(header.getBytes(StandardCharsets.UTF_8), CSV, "direct-reports.csv");
        }
        if (format != null && !format.isEmpty() && !"xlsx".equals(format)) {
            throw Problem.invalidField("format", "field.one-of", "xlsx、csv").asException();
        }
        StreamingOutput content = export::template;
        return attached(content, WORKBOOK, "direct-reports.xlsx");
    }

    @GET
    @Path("exports")
    @RolesAllowed({DEPARTMENT, AGENT, SUPERVISOR, ADMIN})
    @Produces(WORKBOOK)
    @Operation(summary = "导出一个季度的汇总表", description = "诉求时间在该季度的已办结直报，xlsx，可以再导入；像公式的内容前加一个撇号。部门只导出本单位的。")
    @APIResponse(
            responseCode = "200",
            description = "文件",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "参数有误")
    public Response export(
            @QueryParam("quarter") @Parameter(description = "季度", required = true, example = "2026-Q1") @Nullable
                    String quarter,
            @QueryParam("unit") @Parameter(description = "只要该单位的", example = "tax") @Nullable String unit) {
        var which = DirectReportResource.quarter(quarter);
        var checks = new FieldChecks("workorder.filter");
        var whose = checks.optional("unit", unit, LONGEST_UNIT);
        checks.throwIfAny();
        var who = officer.get();
        StreamingOutput content = target -> export.write(which, whose, who, target);
        return attached(content, WORKBOOK, "direct-reports-" + which + ".xlsx");
    }

    private static Response attached(Object content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

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
