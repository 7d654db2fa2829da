package cn.yiqilai.workorder.oversight;

import cn.yiqilai.workorder.WorkOrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clue that was handed to an office which decides outside this service (线索移交). Only that and what it told us stands here.
 *
 * @param office 市委大督查办, 纪检监察机关 …, 2..120 code points
 * @param unit whom it is about; null when it is about nobody in particular
 * @param matter 2..4000 code points
 * @param materials what was handed over, named one by one, 1..50 of at most 200 code points
 * @param orders 1..50
 * @param by who handed it over, {@code account:…}
 * @param news oldest first
 */
public record Handover(
        UUID id,
        String office,
        @Nullable String unit,
        String matter,
        List<String> materials,
        List<Concerned> orders,
        String by,
        Instant at,
        List<News> news) {
    /** What that office has let us know; the kinds of sanction are those of 第二十九条, and are decided there alone. */
    @Schema(name = "HandoverNewsKind")
    public enum NewsKind {
        /** 签收 */
        RECEIVED,
        /** 通报 */
        CIRCULAR,
        /** 诫勉 */
        ADMONITION,
        /** 组织调整或者组织处理 */
        REORGANISATION,
        /** 纪律处分 */
        DISCIPLINE,
        /** 第三十一条: 依据容错纠错相关机制处理 */
        TOLERANCE,
        /** 不予问责 */
        NO_ACTION
    }

    /**
     * @param on the day on which it happened
     * @param toldBy who there has received or told it, at most 60 code points
     * @param remark a document's number or a ground, at most 1000 code points
     */
    public record News(
            NewsKind kind,
            LocalDate on,
            String toldBy,
            @Nullable String remark,
            String by,
            Instant at) {}

    /** An order that it is about, and what people call it. */
    public record Concerned(WorkOrderId id, String number) {}

    public Handover {
        materials = List.copyOf(materials);
        orders = List.copyOf(orders);
        news = List.copyOf(news);
    }

    /** The day of the receipt; null while there is none. */
    public @Nullable LocalDate receivedOn() {
        return news.stream()
                .filter(one -> one.kind() == NewsKind.RECEIVED)
                .map(News::on)
                .findFirst()
                .orElse(null);
    }
}
