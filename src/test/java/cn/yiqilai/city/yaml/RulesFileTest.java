package cn.yiqilai.city.yaml;

import static cn.yiqilai.city.CityRules.replaced;
import static cn.yiqilai.city.CityRules.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiqilai.city.CityRules;
import cn.yiqilai.city.ServiceRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is told with file, line, path and what is wrong, and never passed over. */
class RulesFileTest {
    /** old text | new text | what is told */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "schema: service-rules/1 | schema: service-rules/2 | schema: must be service-rules/1",
                "profile: jiangsu | profile: Jiang Su | profile: must be small letters",
                "place: 江苏省 | palce: 江苏省 | 'place' is missing",
                "fallback: null | fallback: null\\nfallbak: null | unknown key 'fallbak'",
                "fallback: null | # nothing | 'fallback' is missing; write null where the document is silent",
                "working_day_count: {value: start_day_excluded_end_at_close_of_business, ref: A1} | working_day_count: {value: noon, ref: A1} | readings.working_day_count.value: unknown 'noon', known are [start_day_excluded_end_at_close_of_business, start_day_excluded_end_at_midnight]",
                "deadline_comparison: {value: on_time_if_at_or_before, ref: A2} | deadline_comparison: {value: on_time_if_at_or_before, ref: A3} | readings.deadline_comparison.ref: must be A2",
                "deadline_comparison: {value: on_time_if_at_or_before, ref: A2} | # nothing | readings: 'deadline_comparison' (A2) is missing, every profile needs it",
                "deadline_comparison: {value: | deadline_guess: {value: | readings.deadline_guess: no such reading",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source | {limit: {count: 1, unit: fortnight}, from: DISPATCH, source | limits.SIGN[1].limit.unit: unknown 'fortnight', known are [minute, hour, working_hour, working_day, working_day_time]",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source | {limit: {count: 0, unit: working_hour}, from: DISPATCH, source | limits.SIGN[1].limit.count: must be a whole number from 1 to 1000, not '0'",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source | {limit: {count: 1.5, unit: working_hour}, from: DISPATCH, source | limits.SIGN[1].limit.count: must be a whole number",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source | {limit: {unit: working_hour}, from: DISPATCH, source | limits.SIGN[1].limit: 'count' is missing",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source | {limit: {unit: working_day_time}, from: DISPATCH, source | limits.SIGN[1].limit: 'time' is missing",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source | {limit: {unit: working_day_time, time: noon}, from: DISPATCH, source | limits.SIGN[1].limit.time: must be a time like",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source | {limit: {count: 1, unit: working_hour}, from: CLOSE, source | limits.SIGN[1].from: unknown 'CLOSE'",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source | {limit: {count: 1, unit: working_hour}, from: FORM, source | limits.SIGN[1].from: SIGN is counted from one of [DISPATCH], not FORM",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source | {limit: {count: 1, unit: working_hour}, source | limits.SIGN[1]: 'from' is missing",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source: 001_f69a27d858239a7b.txt 管理办法第十一条(三), also | {limit: {count: 1, unit: working_hour}, from: DISPATCH, also | limits.SIGN[1]: 'source' is missing: document and article",
                "{limit: {count: 1, unit: working_hour}, from: DISPATCH, source: 001_f69a27d858239a7b.txt | {limit: {count: 1, unit: working_hour}, from: DISPATCH, source: 听说 | limits.SIGN[1].source: must begin with one of the documents [001_f69a27d858239a7b.txt]",
                "kinds: [HELP, SUGGESTION, COMPLAINT, REPORT], limit: {count: 2 | kinds: [HELP, SUGGESTION, COMPLAINT, GRUDGE], limit: {count: 2 | limits.RETURN_REQUEST[2].kinds[3]: unknown 'GRUDGE', known are [CONSULT, HELP, SUGGESTION, COMPLAINT, REPORT]",
                "kinds: [HELP, SUGGESTION, COMPLAINT, REPORT], limit: {count: 2 | kinds: [HELP, SUGGESTION, COMPLAINT], limit: {count: 2 | limits.RETURN_REQUEST: nothing is said of REPORT without flags",
                "kinds: [HELP, SUGGESTION, COMPLAINT, REPORT], limit: {count: 2 | kinds: [], limit: {count: 2 | 'kinds' must name some",
                "kinds: [CONSULT], limit: {count: 1 | flags: [FAMOUS], limit: {count: 1 | limits.RETURN_REQUEST[1].flags[0]: unknown 'FAMOUS'",
                "kinds: [CONSULT], limit: {count: 1 | kinds: [CONSULT, HELP, SUGGESTION, COMPLAINT, REPORT], limit: {count: 1 | limits.RETURN_REQUEST[2]: never holds, a line before it takes all its orders",
                "MISSED_CALL:\\n    - {limit: null} | # nothing | limits: 'MISSED_CALL' is missing",
                "MISSED_CALL:\\n    - {limit: null} | MISSED_CALL:\\n    - {note: 没有} | limits.MISSED_CALL[0]: 'limit' is missing; write null where the document is silent",
                "MISSED_CALL:\\n    - {limit: null} | MISSED_CALL:\\n    - {limit: null}\\n  LUNCH:\\n    - {limit: null} | limits: unknown key 'LUNCH'",
                "MISSED_CALL:\\n    - {limit: null} | MISSED_CALL:\\n    - {limit: {count: 24, unit: hour}, from: MISSED_CALL, source: 001_f69a27d858239a7b.txt 某条} | 'missed_call' (A20) is missing, limits.MISSED_CALL needs it",
                "CLOSE:\\n    - {limit: null, note: 文件只定答复时限} | CLOSE:\\n    - {limit: null, from: DISPATCH} | limits.CLOSE[0]: 'from' and 'extension' belong to a limit",
                "decided_by: 江苏12345, cap: null | decided_by: 江苏12345, cap: {count: 3, unit: working_day, measure: length} | the reading extension_cap (A10) must then be length_of_the_extension",
                "decided_by: 江苏12345, cap: null | decided_by: 江苏12345, cap: {count: 3, unit: hour, measure: length} | an extension is capped in working_day",
                "decided_by: 江苏12345, cap: null | decided_by: 江苏12345 | 'cap' is missing; write null",
                "approvals: null | approvals: [{level: KING, signer: 国王, source: 001_f69a27d858239a7b.txt 某条}] | approvals[0].level: unknown 'KING', known are [DEPUTY, HEAD, GOVERNMENT]",
                "approvals: null | approvals: [{level: HEAD, flags: [IMPORTANT], signer: 负责人, source: 001_f69a27d858239a7b.txt 某条}] | approvals: nobody signs for an order without flags",
                "when: SMS_DISSATISFIED | when: FULL_MOON | call_back[1].when: unknown 'FULL_MOON'",
                "when: FLAGGED, flags: [MAJOR_LIVELIHOOD] | when: FLAGGED | 'flags' belongs to FLAGGED",
                "when: FLAGGED, flags: [MAJOR_LIVELIHOOD] | when: OVERDUE | 'steps' belongs to OVERDUE",
                "value: null, text: 切实保证 | value: 98, op: '>=', text: 切实保证 | targets[0].value: must be a share from 0 to 1",
                "value: null, text: 切实保证 | value: 0.98, text: 切实保证 | targets[0]: 'value' and 'op' go together",
                "value: null, text: 切实保证 | value: 0.98, op: '>', text: 切实保证 | targets[0].op: must be one of [<=, =, >=]",
                "enterprise: {value: 企业, text | enterprise: {text | provisions.tags.enterprise: 'value' is missing",
                "tags:\\n | tagz:\\n | provisions.tagz: unknown section",
                "answer_ladder:\\n | answer_ladder: 梯子\\nother:\\n | answer_ladder: must be a list",
                "{step: 1, how: | {step: first, how: | answer_ladder[0].step: must be a whole number",
            })
    void a_fault_is_told_with_its_place(String old, String now, String told) {
        var wrong = replaced(text("jiangsu"), newlines(old), newlines(now));

        assertThatThrownBy(() -> RulesFile.read("jiangsu.yaml", wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jiangsu.yaml")
                .hasMessageContaining(told);
    }

    @Test
    void the_line_is_told() {
        var wrong = replaced(text("jiangsu"), "when: SMS_DISSATISFIED", "when: FULL_MOON");
        var line = 1
                + (int) wrong.lines()
                        .takeWhile(one -> !one.contains("FULL_MOON"))
                        .count();

        assertThatThrownBy(() -> RulesFile.read("jiangsu.yaml", wrong))
                .hasMessageContaining("jiangsu.yaml:" + line + " ");
    }

    @Test
    void several_faults_are_told_at_once() {
        var wrong =
                text("jiangsu").replace("unit: working_hour", "unit: moment").replace("when: JUDGED", "when: LATER");

        assertThatThrownBy(() -> RulesFile.read("jiangsu.yaml", wrong))
                .hasMessageContaining("limits.SIGN[1].limit.unit")
                .hasMessageContaining("limits.FIRST_CONTACT[1].limit.unit")
                .hasMessageContaining("supervision[8].when");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "[]",
                "text",
                "a: [",
                "{a: b",
                "schema: service-rules/1\nschema: service-rules/1"
            })
    void what_is_no_profile_is_refused(String text) {
        assertThatThrownBy(() -> RulesFile.read("odd.yaml", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd.yaml");
    }

    @Test
    void the_version_follows_the_content() {
        var version = CityRules.of("jiangsu").version();
        var other = RulesFile.read("jiangsu.yaml", replaced(text("jiangsu"), "count: 3", "count: 4"))
                .version();

        assertThat(version).matches("jiangsu/1\\+[0-9a-f]{8}");
        assertThat(other).matches("jiangsu/1\\+[0-9a-f]{8}").isNotEqualTo(version);
    }

    @Test
    void the_folder_tells_the_faults_of_all_files(@TempDir Path folder) throws IOException {
        write(folder, "jiangsu.yaml", replaced(text("jiangsu"), "count: 3", "count: three"));
        write(folder, "suzhou.yaml", replaced(text("suzhou"), "place:", "places:"));

        assertThatThrownBy(() -> RulesFolder.read(folder))
                .hasMessageContaining("jiangsu.yaml")
                .hasMessageContaining("'three'")
                .hasMessageContaining("suzhou.yaml")
                .hasMessageContaining("'place' is missing");
    }

    @Test
    void a_profile_stands_in_the_file_of_its_name(@TempDir Path folder) throws IOException {
        write(folder, "rugao.yaml", text("jiangsu"));

        assertThatThrownBy(() -> RulesFolder.read(folder)).hasMessageContaining("'jiangsu' must stand in jiangsu.yaml");
    }

    @Test
    void a_candidate_for_a_fallback_must_be_there(@TempDir Path folder) throws IOException {
        write(folder, "suzhou.yaml", text("suzhou"));

        assertThatThrownBy(() -> RulesFolder.read(folder))
                .hasMessageContaining("suzhou.yaml fallback.candidate: there is no such profile");
    }

    @Test
    void an_empty_folder_is_refused(@TempDir Path folder) {
        assertThatThrownBy(() -> RulesFolder.read(folder)).hasMessageContaining("There are no service rules in");
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("jiangsu.yaml"), text("jiangsu").getBytes("GBK"));

        assertThatThrownBy(() -> RulesFolder.read(folder)).hasMessageContaining("is not UTF-8");
    }

    @Test
    void the_shipped_profiles_are_understood() {
        assertThat(CityRules.book().all())
                .extracting(ServiceRules::profile)
                .containsExactly("jiangsu", "shuangyashan", "suzhou", "yancheng");
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String newlines(String text) {
        return text.replace("\\n", "\n");
    }
}
