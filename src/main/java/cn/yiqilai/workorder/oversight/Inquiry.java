package cn.yiqilai.workorder.oversight;

import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.WorkOrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody watches over the hotline, and a unit has to answer by a day (第二十七条 监督回应).
 *
 * @param sender who wants to know: 某某报, 市人大某委, 2..120 code points
 * @param subject 2..2000 code points
 * @param order whose handling it is about; null for something general
 * @param dueOn the last day on which an answer is in time
 * @param answers oldest first; a later one leaves the earlier standing
 */
public record Inquiry(
        UUID id,
        Source source,
        String sender,
        String subject,
        String unit,
        @Nullable WorkOrderId order,
        LocalDate dueOn,
        String by,
        Instant at,
        List<Answer> answers) {
    /** Whose supervision it is. */
    @Schema(name = "InquirySource")
    public enum Source {
        /** 各级党组织的党内监督 */
        PARTY,
        /** 人大的法律监督 */
        CONGRESS,
        /** 政协和民主党派的民主监督 */
        CONSULTATIVE,
        /** 社会公众的公共监督 */
        PUBLIC,
        /** 媒体的公共监督 */
        MEDIA,
        /** 热线的督办 */
        SUPERVISION,
        /** 通报 */
        BULLETIN
    }

    /** @param text 2..4000 code points */
    public record Answer(String text, String by, Instant at) {}

    public Inquiry {
        answers = List.copyOf(answers);
    }

    /** Whether the first answer came after the day that was set; while there is none, whether that day is over. */
    public boolean isLate(Instant now) {
        var first = answers.isEmpty() ? now : answers.getFirst().at();
        return LocalDate.ofInstant(first, Shanghai.ZONE).isAfter(dueOn);
    }
}
