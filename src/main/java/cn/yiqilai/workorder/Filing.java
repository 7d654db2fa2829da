package cn.yiqilai.workorder;

import org.jspecify.annotations.Nullable;

/**
 * Where an order is kept.
 *
 * @param scope which item of 第八条 it falls under; null where the city's rules do not ask
 * @param code of {@code directory.FilingCode}, 1095 in Yancheng; null = not filed yet
 * @param window of {@code directory.RegistrationWindow}; null when it came by no window
 */
public record Filing(
        @Nullable Scope scope,
        @Nullable String code,
        @Nullable String window) {
    public static final Filing NONE = new Filing(null, null, null);
}
