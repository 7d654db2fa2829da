package cn.yiqilai.workorder.reply;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The city's form of a reply (统一的答复意见模版). Each version is kept, because replies were written by it.
 *
 * @param version from 1
 * @param name 1..60 code points
 * @param fields 1..20, in the order in which they are read
 */
public record ReplyTemplate(int version, String name, List<Field> fields) {
    /**
     * One part of a reply.
     *
     * @param key 1..40 small letters, digits and hyphens; unique in the template
     * @param heading what stands above it, 1..40 code points
     * @param hint for whoever writes, at most 200 code points
     * @param required whether a reply without it is refused
     */
    @Schema(name = "ReplyTemplateField")
    public record Field(
            String key, String heading, @Nullable String hint, boolean required) {}

    public ReplyTemplate {
        fields = List.copyOf(fields);
    }
}
