package cn.yiqilai.understanding;

import java.nio.charset.StandardCharsets;

/** Bytes read as text of a hostile client. */
public final class RawText {
    private static final char NOT_UTF_8 = '\ufffd';
    private static final char HALF_OF_A_PAIR = '\ud83d';

    private RawText() {}

    /** UTF-8; what is none becomes half of a surrogate pair, which no UTF-8 can say. */
    public static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace(NOT_UTF_8, HALF_OF_A_PAIR);
    }
}
