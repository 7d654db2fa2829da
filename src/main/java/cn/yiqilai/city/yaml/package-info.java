/**
 * Reads the cities' rules from YAML, and refuses to start on anything it does not understand.
 *
 * <p>{@link cn.yiqilai.city.yaml.RulesFolder} reads {@code kb-seed/service-rules/*.yaml}; {@link cn.yiqilai.city.yaml.RulesFile}
 * turns one file into {@link cn.yiqilai.city.ServiceRules}. A key that is not known, a unit that does not exist, a number
 * without its source, a kind that no line speaks of: each is a fault that is told with file, line, path and what is wrong,
 * all that were found at once:
 *
 * <pre>
 * kb-seed/service-rules/jiangsu.yaml:34 limits.SIGN[1].limit.unit: unknown 'fortnight', known are [minute, hour, …]
 * </pre>
 *
 * <p>Whoever misspells {@code limit} must not get a city without deadlines. For the same reason silence is written down: every
 * step has its line, {@code limit: null} where the document says nothing.
 */
@NullMarked
package cn.yiqilai.city.yaml;

import org.jspecify.annotations.NullMarked;
