/**
 * Which city this is, and where things are.
 *
 * <p>{@link cn.yiqilai.city.City} is the city that is served, chosen by {@code CITY}; {@link cn.yiqilai.city.Regions} is the
 * tree of places from the nation down to districts, read from {@code kb-seed/regions.txt}. A rule of the nation or of the
 * province holds in the city; a neighbour's does not, and "在苏州能不能办" must not be answered with Yancheng's rule. So two
 * questions are asked of this room: which places does a sentence name, and does a rule made for one place hold in another.
 *
 * <p>Example: {@code regions.holds("江苏省", regions.place("盐城市"))} is true, {@code holds("苏州市", …)} is not; {@code
 * regions.mentionedIn("我在昆山有个厂")} is 昆山市, whose way up is 苏州市, 江苏省, 全国.
 *
 * <p>Short names count (盐城, 昆山) except where they are everyday words: 白银, 开封, 日照 are recognised in full only.
 */
@NullMarked
package cn.yiqilai.city;

import org.jspecify.annotations.NullMarked;
