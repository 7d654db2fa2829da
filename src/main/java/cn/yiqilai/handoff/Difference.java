package cn.yiqilai.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was edited in a text: between what both have in common before and behind it.
 *
 * @param position in code points from 0
 * @param removed what stood there
 * @param inserted what was put in its place
 */
@Schema(name = "Difference")
public record Difference(int position, String removed, String inserted) {
    public static Difference between(String before, String after) {
        var old = before.codePoints().toArray();
        var now = after.codePoints().toArray();
        var shorter = Math.min(old.length, now.length);
        var head = 0;
        while (head < shorter && old[head] == now[head]) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head && old[old.length - 1 - tail] == now[now.length - 1 - tail]) {
            tail++;
        }
        return new Difference(head, text(old, head, tail), text(now, head, tail));
    }

    private static String text(int[] points, int head, int tail) {
        return new String(points, head, points.length - head - tail);
    }
}
