package cn.yiqilai.directory;

import cn.yiqilai.access.CreditCode;
import java.util.concurrent.ThreadLocalRandom;

/** Numbers and codes that are nobody's: no place has the area code 0000 or the division 000000. */
public final class MadeUp {
    private MadeUp() {}

    public static String number() {
        return "0000-" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    }

    /** Its check character is right. */
    public static String creditCode() {
        var body = "91000000MA" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(last -> body + (char) last)
                .filter(CreditCode::isWellFormed)
                .findFirst()
                .orElseThrow();
    }
}
