package cn.yiqilai.workorder;

import cn.yiqilai.conversation.Enterprise;
import org.jspecify.annotations.Nullable;

/**
 * Whose matter it is and whom to call back.
 *
 * @param contact at most 60 code points
 * @param phone 5..20 digits
 * @param enterprise as it was known when the order was filed
 */
public record Reporter(@Nullable String contact, @Nullable String phone, Enterprise enterprise) {
    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "Reporter[…]";
    }
}
