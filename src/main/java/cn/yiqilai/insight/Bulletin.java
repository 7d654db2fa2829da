package cn.yiqilai.insight;

import cn.yiqilai.workorder.Rating;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 通报: a published evaluation with what people have to say to it. What was issued stays as it was.
 *
 * @param number from 1, never given twice
 * @param counted what was published; of one to everybody without the orders
 * @param by who issued it, {@code account:…}
 */
public record Bulletin(
        int number, Audience audience, Counted counted, String title, Texts texts, String by, Instant at) {
    /** Who reads it. */
    @Schema(name = "BulletinAudience")
    public enum Audience {
        /** 成员单位: each unit's figures, what was late, what was rated badly. */
        UNITS,
        /** 社会: the city's figures, and no single order. */
        PUBLIC
    }

    /**
     * What people wrote.
     *
     * @param advice 改进意见和建议, at most one a unit
     * @param cases 典型案例, without anybody's data
     * @param problems 社会难点问题
     * @param opinions 服务对象对政府工作提出的意见建议
     */
    public record Texts(List<Advice> advice, List<String> cases, List<String> problems, List<String> opinions) {
        public Texts {
            advice = List.copyOf(advice);
            cases = List.copyOf(cases);
            problems = List.copyOf(problems);
            opinions = List.copyOf(opinions);
        }
    }

    /** @param text 2..2000 code points */
    public record Advice(String unit, String text) {}

    public Evaluation evaluation() {
        return counted.evaluation();
    }

    /** Closed after their time was over. */
    public List<CountedOrder> late() {
        return counted.orders().stream()
                .filter(order -> Boolean.FALSE.equals(order.onTime()))
                .toList();
    }

    /** With which the enterprise was not content when it was asked last. */
    public List<CountedOrder> poor() {
        return counted.orders().stream()
                .filter(order -> order.latestGrade() != null && order.latestGrade() < Rating.CONTENT_FROM)
                .toList();
    }
}
