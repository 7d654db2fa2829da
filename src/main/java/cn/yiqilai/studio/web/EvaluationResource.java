package cn.yiqilai.studio.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.channel.chat.AskedQuestions;
import cn.yiqilai.studio.EvaluationResult;
import cn.yiqilai.studio.Evaluations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
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

/** How well a question set is answered. */
@Path("/api/v1/knowledge/evaluations")
@Tag(name = "知识评测")
@RunOnVirtualThread
@RolesAllowed({EDITOR, REVIEWER, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class EvaluationResource {
    /** The parts of an upload, for the description only. */
    @Schema(name = "QuestionSetFile")
    public record QuestionSetFile(
            @Schema(type = SchemaType.STRING, format = "binary")
            String file) {}

    private final Evaluations evaluations;
    private final AskedQuestions questions;

    EvaluationResource(Evaluations evaluations, AskedQuestions questions) {
        this.evaluations = evaluations;
        this.questions = questions;
    }

    @POST
    @Consumes({QuestionFile.LINES, MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "评测一组问题",
            description = "每行一个 {\"q\":\"问题\",\"gold\":[\"条目编号或依据编号\"]}，gold 为空表示不应作答（kind 说明是什么）；最多 2000 行、2 MB。"
                    + "也可以用 multipart/form-data 的 file 上传。任何一行有误则全部不评测，errors 逐行说明。"
                    + "同步返回，空闲时每题约 20 毫秒（2000 行约 40 秒）；同一时刻只进行一次，否则 429。不记录任何内容。")
    @RequestBody(
            content = {
                @Content(
                        mediaType = QuestionFile.LINES,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "lines", value = QuestionFile.EXAMPLE)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = QuestionSetFile.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "各项指标与每个没有答对的问题",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EvaluationResult.class)))
    @APIResponse(responseCode = "400", description = "有的行有误，或参数有误")
    @APIResponse(responseCode = "413", description = "超过 2 MB")
    @APIResponse(responseCode = "429", description = "正在进行另一次评测")
    public EvaluationResult evaluate(
            InputStream body,
            @QueryParam("precision")
                    @Parameter(
                            description = "要求的准确率，0.5 到 0.999",
                            schema = @Schema(type = SchemaType.NUMBER, defaultValue = "0.95"))
                    @Nullable
                    String precision,
            @QueryParam("asOf")
                    @Parameter(
                            description = "基准日，默认为今天",
                            schema = @Schema(type = SchemaType.STRING, format = "date"),
                            example = "2026-11-20")
                    @Nullable
                    String asOf) {
        return evaluations.run(QuestionFile.read(body), questions.day(asOf), Precisions.of(precision));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public EvaluationResult evaluateFile(
            @RestForm("file") @Nullable FileUpload file,
            @QueryParam("precision") @Nullable String precision,
            @QueryParam("asOf") @Nullable String asOf) {
        return evaluations.run(QuestionFile.read(file), questions.day(asOf), Precisions.of(precision));
    }
}
