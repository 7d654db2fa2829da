package cn.yiqilai.workorder.direct;

import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.Enterprise;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a department reports.
 *
 * @param unit 办理部门, its id
 * @param origin null in a sheet, whose columns do not tell
 * @param raisedOn 诉求时间
 * @param description 诉求内容, 2..4000 code points
 * @param enterprise 企业名称, 企业联系人, 企业联系电话
 * @param region where it is; null = the whole city
 * @param settled what came of it; null: nothing yet, the platform shall see to it
 */
public record DirectFiling(
        String unit,
        @Nullable Origin origin,
        LocalDate raisedOn,
        Kind kind,
        String description,
        Enterprise enterprise,
        @Nullable String region,
        @Nullable Settled settled) {

    /**
     * @param result 办理结果, 2..4000 code points
     * @param officer 办理部门联系人, at most 60 code points
     * @param officerPhone 办理部门联系电话
     * @param satisfaction 满意度 in the department's words, at most 40 code points
     */
    public record Settled(
            String result,
            @Nullable String officer,
            @Nullable String officerPhone,
            @Nullable String satisfaction) {
        /** Says nothing of anybody, because logs are read by many. */
        @Override
        public String toString() {
            return "Settled[…]";
        }
    }

    public boolean hasResult() {
        return settled != null;
    }

    /** Which request it is: the same unit, day, enterprise and wish. Blanks and widths of characters do not count. */
    public String identity() {
        return digest(unit, raisedOn, plain(enterprise.name()), plain(description));
    }

    /** Everything that is said of it; the kind and the origin left out, which a sheet does not tell. */
    public String content() {
        return settled == null
                ? digest(identity(), enterprise.contact(), enterprise.phone(), "open")
                : digest(
                        identity(),
                        enterprise.contact(),
                        enterprise.phone(),
                        settled.result(),
                        settled.officer(),
                        settled.officerPhone(),
                        settled.satisfaction());
    }

    private static String plain(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static String digest(@Nullable Object... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                // The length in front keeps "ab" + "c" apart from "a" + "bc".
                var bytes = Objects.toString(part, "").getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "DirectFiling[" + unit + "]";
    }
}
