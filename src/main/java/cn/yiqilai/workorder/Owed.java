package cn.yiqilai.workorder;

/** A unit owes something and can be reminded of it (催办). */
public sealed interface Owed extends Open permits WithUnit, Rectifying {
    Assignment assignment();
}
