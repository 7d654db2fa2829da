package cn.yiqilai.knowledge.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;

import cn.yiqilai.access.Role;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.knowledge.ImportJob;
import cn.yiqilai.knowledge.KnowledgeExport;
import cn.yiqilai.knowledge.KnowledgeImport;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Entries as files, in and out. */
@Path("/api/v1/knowledge")
@Tag(name = "知识库")
@Blocking // Reading a sheet computes for long: on a virtual thread it would keep a core from those who ask.
@RolesAllowed({EDITOR, REVIEWER, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class ExchangeResource {
    private static final int LONGEST_NAME = 200;

    /** The parts of an upload, for the description only. */
    @Schema(name = "ImportFile")
    public record ImportFile(
            @Schema(type = SchemaType.STRING, format = "binary")
            String file) {}

    private final KnowledgeImport imports;
    private final KnowledgeExport export;
    private final CurrentAccount current;

    ExchangeResource(KnowledgeImport imports, KnowledgeExport export, CurrentAccount current) {
        this.imports = imports;
        this.export = export;
        this.current = current;
    }

    @POST
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "导入知识条目",
            description = "jsonl、csv、xlsx，或附件2的六列表。有误的行在 errors 中逐项说明（最多列 1000 项），其余照常导入；读不出的文件一行也不导入。"
                    + "2000 行以内直接返回结果，更多的在后台进行。不带 publish 时成为草稿。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportFile.class)))
    @APIResponse(
            responseCode = "200",
            description = "已完成",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(
            responseCode = "202",
            description = "在后台进行，用返回的 id 查询进度",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(responseCode = "400", description = "文件读不出，或参数有误")
    @APIResponse(responseCode = "403", description = "没有导入的权限，或没有直接发布的权限（须为审核或管理员）")
    @APIResponse(responseCode = "409", description = "Idempotency-Key 用于不同的文件")
    @APIResponse(responseCode = "413", description = "文件超过 20 MB")
    @APIResponse(responseCode = "429", description = "正在进行的导入过多")
    public Response start(
            @RestForm("file") @Nullable FileUpload file,
            @QueryParam("dryRun") @Parameter(description = "true：只检查，不写入") @Nullable String dryRun,
            @QueryParam("publish") @Parameter(description = "true：直接发布，须为审核或管理员") @Nullable String publish,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        if (file == null) {
            throw Problem.invalidField("file", "knowledge.import.no-file").asException();
        }
        var order = new KnowledgeImport.Order(
                name(file), Inputs.flag("dryRun", dryRun), Inputs.flag("publish", publish), key);
        if (order.publish() && !mayPublish()) {
            throw Problem.of(403, "knowledge.import.may-not-publish").asException();
        }
        var job = imports.start(file.uploadedFile(), order, current.actor());
        return Response.status(job.isRunning() ? 202 : 200).entity(job).build();
    }

    @GET
    @Path("imports/{id}")
    @Operation(summary = "导入的进度与结果")
    @APIResponse(
            responseCode = "200",
            description = "进度或结果",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(responseCode = "404", description = "没有这次导入")
    public ImportJob find(@PathParam("id") String id) {
        try {
            return imports.find(UUID.fromString(id)).orElseThrow(ExchangeResource::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    @GET
    @Path("export")
    @Operation(summary = "导出已发布的知识条目", description = "导出的文件可以再导入；表格中像公式的内容前加一个撇号。")
    @APIResponse(
            responseCode = "200",
            description = "文件",
            content = {
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "line", value = Examples.LINE)),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "format 不是 jsonl 或 xlsx")
    public Response export(
            @QueryParam("format") @Parameter(description = "jsonl（默认）或 xlsx", example = "xlsx") @Nullable
                    String format) {
        return switch (format == null || format.isEmpty() ? "jsonl" : format) {
            case "jsonl" -> file("application/x-ndjson;charset=UTF-8", "jsonl", export::writeJsonLines);
            case "xlsx" ->
                file(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "xlsx",
                        export::writeWorkbook);
            default ->
                throw Problem.invalidField("format", "knowledge.export-format").asException();
        };
    }

    private static Response file(String type, String ending, StreamingOutput content) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"knowledge." + ending + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private boolean mayPublish() {
        var roles = current.get().roles();
        return roles.contains(Role.REVIEWER) || roles.contains(Role.ADMIN);
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

    private static RuntimeException unknown() {
        return Problem.notFound("knowledge.import.unknown").asException();
    }
}
