/**
 * Which city this is, where things are, and what the city's service rules say.
 *
 * <p><b>Places.</b> {@link cn.yiqilai.city.City} is the city that is served, chosen by {@code CITY}; {@link
 * cn.yiqilai.city.Regions} is the tree of places from the nation down to districts, read from {@code kb-seed/regions.txt}. A
 * rule of the nation or of the province holds in the city; a neighbour's does not, and "在苏州能不能办" must not be answered with
 * Yancheng's rule. {@code regions.holds("江苏省", regions.place("盐城市"))} is true, {@code holds("苏州市", …)} is not; {@code
 * regions.mentionedIn("我在昆山有个厂")} is 昆山市, whose way up is 苏州市, 江苏省, 全国. Short names count (盐城, 昆山) except where they
 * are everyday words: 白银, 开封, 日照 are recognised in full only.
 *
 * <p><b>Rules.</b> {@link cn.yiqilai.city.ServiceRules} is what a city's documents fix, as data, each value with document and
 * article: how long each {@link cn.yiqilai.city.Step} of an order may take by its {@link cn.yiqilai.city.Kind} and {@link
 * cn.yiqilai.city.Flag}s ({@link cn.yiqilai.city.LimitLine}: the first line that concerns an order holds), who signs ({@link
 * cn.yiqilai.city.Approval}), what is accepted and what is not, what follows from a bad rating. They are read from {@code
 * kb-seed/service-rules} at start and checked to the last key ({@code city.yaml}). Null is silence: the document says
 * nothing, nothing is put in its place, and nobody is late. Where a text can be read in two ways, the profile names its {@link
 * cn.yiqilai.city.ReadingOption}.
 *
 * <p>Example: {@code rules.on(Step.CLOSE, Kind.COMPLAINT, Set.of(HARD_CASE))} is 15 working days in Yancheng, from the dispatch,
 * by 四(三)2; for a consultation it stays five, because the fifteen are for the ten-day family alone (A17).
 *
 * <p>An operator may let another profile fill a city's silence from some day on ({@link cn.yiqilai.city.FallbackSwitching}),
 * never silently (A13): what an order is counted by is {@link cn.yiqilai.city.RulesInForce}, asked of {@link
 * cn.yiqilai.city.ServiceRulesArchive} for the instant of its dispatch, and the order keeps its version. The archive keeps
 * every text that was ever in use, so that an old order is counted by its own rules for ever.
 */
@NullMarked
package cn.yiqilai.city;

import org.jspecify.annotations.NullMarked;
