package cn.yiqilai.workorder;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 第八条: what is accepted, by where it comes from. For the last four other rules may hold (第十一条末款). */
@Schema(name = "Scope")
public enum Scope {
    /** (一) 省级政务服务的事项咨询、协同办理和效能投诉 */
    PROVINCIAL_SERVICE(1),
    /** (二) 设区市12345受理的跨市域转办诉求 */
    ACROSS_CITIES(2),
    /** (三) 国务院“互联网+督查”等国家平台交办的诉求 */
    NATIONAL_PLATFORM(3),
    /** (四) 长三角12345一体化等区域平台诉求 */
    REGIONAL_PLATFORM(4),
    /** (五) 政风热线、“好差评”等共建平台诉求 */
    SHARED_PLATFORM(5),
    /** (六) 省委、省政府交办的其他任务 */
    ASSIGNED_TASK(6);

    private final int item;

    Scope(int item) {
        this.item = item;
    }

    /** 1..6 */
    public int item() {
        return item;
    }

    /** 第八条(三)-(六): the source's own rules go first. */
    public boolean isSpecial() {
        return item >= 3;
    }
}
