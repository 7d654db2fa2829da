package cn.yiqilai.understanding.hanlp;

/** Writes numbers the way they are taught: 105000 is 十万五千, 1005 一千零五. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] STEPS = {"", "十", "百", "千"};
    private static final String[] SCALES = {"", "万", "亿"};

    private ChineseNumber() {}

    /** @param number 0..10^12-1 */
    static String write(long number) {
        if (number == 0) {
            return "零";
        }
        var written = new StringBuilder();
        var pending = false;
        for (var scale = 2; scale >= 0; scale--) {
            var section = (int) (number / (long) Math.pow(10_000, scale) % 10_000);
            if (section > 0) {
                var gap = !written.isEmpty() && (pending || section < 1000);
                written.append(gap ? "零" : "").append(section(section)).append(SCALES[scale]);
            }
            pending = section == 0;
        }
        return written.toString().startsWith("一十") ? written.substring(1) : written.toString();
    }

    private static String section(int section) {
        var written = new StringBuilder();
        var gap = false;
        for (var place = 3; place >= 0; place--) {
            var digit = section / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = !written.isEmpty();
            } else {
                written.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(STEPS[place]);
                gap = false;
            }
        }
        return written.toString();
    }
}
