package cn.yiqilai.understanding;

/**
 * One of a group of things that are easily taken for each other and fall under different rules: 小规模纳税人 and 一般纳税人.
 *
 * @param group which things it is easily taken for; the same for all of them
 * @param name its official name
 */
public record Thing(int group, String name) {}
