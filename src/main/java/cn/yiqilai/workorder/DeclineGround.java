package cn.yiqilai.workorder;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 第九条: why something is not accepted. The intents of the knowledge name the same items, {@code 第九条(二)}. */
@Schema(name = "DeclineGround")
public enum DeclineGround {
    /** (一) 非行政管辖权范围内的事项 */
    OUTSIDE_JURISDICTION,
    /** (二) 已进入或须通过信访、仲裁、行政复议、诉讼程序的事项 */
    LEGAL_PROCEEDINGS,
    /** (三) 涉及国家秘密、商业秘密、个人隐私的事项 */
    SECRET,
    /** (四) 恶意侮辱诽谤、内容不具体或缺乏政策法规依据无法办理的事项 */
    ABUSIVE_OR_UNFOUNDED,
    /** (五) 110、119、120和水上救援等紧急救助事项: the caller is shown the way to help at once. */
    EMERGENCY,
    /** (六) 其他不予受理事项 */
    OTHER;

    private static final String ITEMS = "一二三四五六";

    /** 1..6 */
    public int item() {
        return ordinal() + 1;
    }

    /** {@code 第九条(二)}, as the intents name it. */
    public String article() {
        return "第九条(" + ITEMS.charAt(ordinal()) + ")";
    }
}
