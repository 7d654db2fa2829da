package cn.yiqilai.workorder;

/** The name of a state, as stored and as read over HTTP. What can be done in it is said by the records of {@link WorkOrder}. */
public enum State {
    /** 登记 */
    REGISTERED
}
