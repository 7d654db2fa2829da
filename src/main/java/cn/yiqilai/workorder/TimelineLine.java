package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that happened to an order. Never changed.
 *
 * @param seq from 1 without gap
 * @param detail a JSON object with ids, codes and times; never personal data
 */
public record TimelineLine(int seq, Instant at, Actor actor, Deed what, String detail) {
    /** What can happen to an order. */
    @Schema(name = "WorkOrderDeed")
    public enum Deed {
        REGISTERED
    }
}
