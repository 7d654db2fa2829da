package cn.yiqilai.conversation;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * How content the enterprise is (五级评价).
 *
 * @param grade 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意
 * @param comment at most 500 code points; null for none
 */
public record Rating(int grade, @Nullable String comment) {
    private static final int LONGEST_COMMENT = 500;

    public Rating {
        comment = comment == null || comment.isBlank() ? null : comment.strip();
        if (grade < 1 || grade > 5) {
            throw Problem.invalidField("grade", "conversation.grade").asException();
        }
        if (comment != null && !StorableText.isStorable(comment, LONGEST_COMMENT)) {
            throw Problem.invalidField("comment", "conversation.text", LONGEST_COMMENT)
                    .asException();
        }
    }
}
