package cn.yiqilai.workorder.direct;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a unit may report directly (附件2).
 *
 * @param version grows with each decision, from 1
 * @param granted false when it was taken back
 * @param application null when it was taken back
 */
public record ReportingRight(
        String unit, int version, boolean granted, @Nullable Application application, String actor, Instant at) {

    /**
     * The form of 附件2.
     *
     * @param contact, phone 联系人, 联系电话 of the unit
     * @param userName, userPosition, userMobile 苏商通APP注册用户信息
     * @param levelOne the user is one of level L1, as whoever grants has seen
     * @param remark 备注说明
     */
    public record Application(
            String contact,
            String phone,
            String userName,
            String userPosition,
            String userMobile,
            boolean levelOne,
            @Nullable String remark) {
        /** Says nothing of anybody, because logs are read by many. */
        @Override
        public String toString() {
            return "Application[…]";
        }
    }
}
