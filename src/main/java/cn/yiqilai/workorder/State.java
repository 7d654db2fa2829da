package cn.yiqilai.workorder;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The name of a state, as stored and as read over HTTP. What can be done in it is said by the records of {@link WorkOrder}. */
@Schema(name = "WorkOrderState")
public enum State {
    /** 登记 */
    REGISTERED
}
