package cn.yiqilai.knowledge.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.knowledge.LanguageEditing;
import cn.yiqilai.knowledge.LanguagePart;
import cn.yiqilai.knowledge.LanguageRules;
import cn.yiqilai.knowledge.LanguageTexts;
import cn.yiqilai.knowledge.LanguageView;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Synonyms, stop words, the dictionary and contrasts, each as one text of lines. A change holds at once. */
@Path("/api/v1/knowledge/language/{part}")
@Tag(name = "知识库")
@RunOnVirtualThread
@RolesAllowed({EDITOR, REVIEWER, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
@APIResponse(responseCode = "404", description = "没有这个部分")
public class LanguageResource {
    /** @param version of the text that was edited */
    @Schema(
            name = "LanguageChange",
            requiredProperties = {"text", "version"})
    public record Change(@Nullable String text, @Nullable Long version) {}

    private final LanguageEditing editing;
    private final LanguageTexts texts;
    private final CurrentAccount current;

    LanguageResource(LanguageEditing editing, LanguageTexts texts, CurrentAccount current) {
        this.editing = editing;
        this.texts = texts;
        this.current = current;
    }

    @GET
    @Operation(
            summary = "读取同义词、停用词、词典或易混概念",
            description = "part 为 synonyms、stopwords、dictionary 或 contrasts；# 开头的行是注释。")
    @APIResponse(responseCode = "200", description = "全文与 version")
    public LanguageView get(@PathParam("part") @Parameter(example = "synonyms") String part) {
        return texts.get(part(part)).view();
    }

    @PUT
    @Operation(summary = "修改同义词、停用词或词典", description = "同义词一行一组、逗号分隔、规范词在前；停用词一行一个；词典一行“词 词性 频次”。立即生效。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "synonyms", value = Examples.LANGUAGE)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "有的行不对，errors 逐行说明")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public LanguageView write(
            @PathParam("part") @Parameter(example = "synonyms") String part, @Nullable Change change) {
        var wanted = part(part);
        var given = Inputs.body(change);
        var version = Inputs.required(given.version());
        return editing.write(wanted, LanguageRules.require(wanted, given.text()), version, current.actor())
                .view();
    }

    private static LanguagePart part(String label) {
        return LanguagePart.labelled(label).orElseThrow(() -> Problem.notFound("knowledge.language.unknown")
                .asException());
    }
}
