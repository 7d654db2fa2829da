package cn.yiqilai.studio.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.channel.chat.AskedQuestions;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.studio.CalibrationJob;
import cn.yiqilai.studio.Calibrations;
import cn.yiqilai.studio.ModelActivation;
import cn.yiqilai.studio.ModelView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
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

/** Fitting the models anew, and which of them counts. */
@Path("/api/v1/knowledge")
@Tag(name = "知识评测")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class CalibrationResource {
    /** All models, the latest first. */
    @Schema(name = "ModelList")
    public record ModelList(List<ModelView> items) {}

    private final Calibrations calibrations;
    private final ModelActivation models;
    private final AskedQuestions questions;
    private final CurrentAccount current;

    CalibrationResource(
            Calibrations calibrations, ModelActivation models, AskedQuestions questions, CurrentAccount current) {
        this.calibrations = calibrations;
        this.models = models;
        this.questions = questions;
        this.current = current;
    }

    @POST
    @Path("calibrations")
    @RolesAllowed({REVIEWER, ADMIN})
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "重新拟合排序与置信度",
            description = "用所附的标注问题（格式同评测，可另有 kind 与 split，split 为 check 的不参与拟合）和知识库本身，在后台重新拟合；"
                    + "不附问题集时用上一次的。也可以用 multipart/form-data 的 file 上传。同一时刻只进行一次，否则 409，current 为正在进行的一次。"
                    + "拟合的结果只是保存，由另一人启用后才生效。")
    @RequestBody(
            content = {
                @Content(
                        mediaType = QuestionFile.LINES,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "lines", value = QuestionFile.EXAMPLE)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = EvaluationResource.QuestionSetFile.class))
            })
    @APIResponse(
            responseCode = "202",
            description = "在后台进行，用返回的 id 查询",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CalibrationJob.class)))
    @APIResponse(responseCode = "400", description = "有的行有误，没有问题集，或有答案的问题太少")
    @APIResponse(responseCode = "409", description = "正在进行另一次拟合")
    @APIResponse(responseCode = "413", description = "超过 2 MB")
    public Response start(
            @Nullable InputStream body,
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
        return started(body == null ? null : QuestionFile.read(body), precision, asOf);
    }

    @POST
    @Path("calibrations")
    @RolesAllowed({REVIEWER, ADMIN})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response startWithFile(
            @RestForm("file") @Nullable FileUpload file,
            @QueryParam("precision") @Nullable String precision,
            @QueryParam("asOf") @Nullable String asOf) {
        return started(QuestionFile.read(file), precision, asOf);
    }

    private Response started(@Nullable String text, @Nullable String precision, @Nullable String asOf) {
        var job = calibrations.start(text, questions.day(asOf), Precisions.of(precision), current.actor());
        return Response.accepted(job).build();
    }

    @GET
    @Path("calibrations/{id}")
    @RolesAllowed({EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "拟合的进度与结果", description = "完成后有前后对比与证明：达到要求的准确率（95% 的把握）才可以启用。")
    @APIResponse(responseCode = "200", description = "进度或结果")
    @APIResponse(responseCode = "404", description = "没有这次拟合")
    public CalibrationJob find(@PathParam("id") String id) {
        return calibration(id);
    }

    @POST
    @Path("calibrations/{id}/activate")
    @RolesAllowed(REVIEWER)
    @Operation(summary = "启用拟合出的模型", description = "须由发起拟合以外的审核人员启用；所有副本在一秒内改用。")
    @APIResponse(responseCode = "200", description = "已启用，返回全部模型")
    @APIResponse(responseCode = "403", description = "没有权限，或是自己发起的拟合")
    @APIResponse(responseCode = "404", description = "没有这次拟合")
    @APIResponse(responseCode = "409", description = "还没有完成或没有产生模型，未获证明，或为另一版本的程序拟合")
    public ModelList activate(@PathParam("id") String id) {
        var version = Optional.ofNullable(calibration(id).version())
                .orElseThrow(
                        () -> Problem.conflict("studio.calibration.no-model").asException());
        return activated(version);
    }

    @GET
    @Path("models")
    @RolesAllowed({EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "全部模型", description = "新的在前；版本 0 为随程序提供的模型。inForce 为这一副本正在使用的。")
    @APIResponse(responseCode = "200", description = "模型")
    public ModelList list() {
        return new ModelList(models.all());
    }

    @POST
    @Path("models/{version}/activate")
    @RolesAllowed(REVIEWER)
    @Operation(summary = "启用一个模型", description = "用于退回到从前的版本（0 为随程序提供的模型）；从未启用过的新模型须由发起拟合以外的人启用。")
    @APIResponse(responseCode = "200", description = "已启用，返回全部模型")
    @APIResponse(responseCode = "403", description = "没有权限，或是自己发起的拟合")
    @APIResponse(responseCode = "404", description = "没有这个版本")
    @APIResponse(responseCode = "409", description = "未获证明，或为另一版本的程序拟合")
    public ModelList activateVersion(
            @PathParam("version") @Parameter(schema = @Schema(type = SchemaType.INTEGER)) String version) {
        try {
            return activated(Long.parseLong(version));
        } catch (NumberFormatException e) {
            throw ModelActivation.unknown();
        }
    }

    private ModelList activated(long version) {
        models.activate(version, current.actor());
        return list();
    }

    private CalibrationJob calibration(String id) {
        try {
            return calibrations.find(UUID.fromString(id)).orElseThrow(CalibrationResource::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return Problem.notFound("studio.calibration.unknown").asException();
    }
}
