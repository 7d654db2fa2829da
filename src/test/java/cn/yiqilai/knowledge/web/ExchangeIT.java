package cn.yiqilai.knowledge.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.sheet.Sheets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class ExchangeIT {
    private static final String IMPORTS = "/api/v1/knowledge/imports";

    @Inject
    PublishedKnowledge published;

    @Inject
    DataSource database;

    private final Staff staff = new Staff();

    @Test
    void json_lines_become_drafts_and_the_same_again_changes_nothing() {
        var file = line("jl-1", "答案一") + line("jl-2", "答案二") + "{\"id\":\"jl-3\"}\n" + line("jl-1", "又一个");

        upload("editor", file, "")
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("created", equalTo(2))
                .body("rejected", equalTo(2))
                .body("errors.row", contains(3, 3, 4))
                .body("errors.field", contains("question", "answer", "id"));
        upload("editor", file, "").body("created", equalTo(0)).body("unchanged", equalTo(2));
        upload("editor", line("jl-1", "改过的"), "").body("updated", equalTo(1));
        entry("jl-1").body("state", equalTo("DRAFT")).body("answer", equalTo("改过的"));
        assertThat(published.entry(new EntryId("jl-1"))).isEmpty();
    }

    @Test
    void a_dry_run_only_says_what_would_happen() {
        upload("editor", line("dry-1", "答案"), "?dryRun=true")
                .body("created", equalTo(1))
                .body("dryRun", equalTo(true));

        staff.as("editor").get("/api/v1/knowledge/entries/dry-1").then().statusCode(404);
    }

    @Test
    void only_who_may_approve_publishes_by_a_file() {
        var before = published.snapshot().number();
        upload("editor", line("pub-1", "答案"), "?publish=true").statusCode(403);
        upload("reviewer", line("pub-1", "答案"), "?publish=true").statusCode(200).body("created", equalTo(1));
        assertThat(published.entry(new EntryId("pub-1")).map(Entry::answer)).contains("答案");
        assertThat(published.changesAfter(before, 10))
                .extracting(PublishedKnowledge.Change::id)
                .contains("pub-1");

        upload("reviewer", line("pub-1", "答案"), "?publish=true").body("unchanged", equalTo(1));
        upload("reviewer", line("pub-1", "新答案"), "?publish=true").body("updated", equalTo(1));
        assertThat(published.entry(new EntryId("pub-1")).map(Entry::answer)).contains("新答案");
    }

    @Test
    void a_row_whose_entry_is_in_review_or_retired_is_refused() {
        upload("editor", line("held-1", "答案"), "");
        staff.as("editor")
                .post("/api/v1/knowledge/entries/held-1/submit")
                .then()
                .statusCode(200);

        upload("editor", line("held-1", "别的"), "")
                .body("rejected", equalTo(1))
                .body("errors[0].message", containsString("待审核"));
    }

    @Test
    void sheets_of_every_kind_are_taken() {
        upload("editor", "id,question,answer,keywords\ncsv-1,表格问题一,答案,甲|乙\n", "")
                .body("created", equalTo(1));
        entry("csv-1").body("keywords", contains("甲", "乙"));

        upload(
                        "editor",
                        Sheets.workbook(
                                new String[] {"id", "question", "answer"},
                                new String[] {"xlsx-1", "表格问题二", "=LEFT(\"短文\",1)"},
                                new String[] {"xlsx-2", "表格问题三", "答案三"}),
                        "")
                .body("created", equalTo(1))
                .body("errors.row", contains(2));

        upload("editor", "序号,信息主题,发文单位,发文日期,信息查询网址,信息内容\n1,稳岗返还怎么领,市人社局,2026/3/1,https://example.com/,按规定。\n", "")
                .body("created", equalTo(1));
        staff.as("editor")
                .get("/api/v1/knowledge/entries?query=稳岗返还怎么领")
                .then()
                .body("items[0].id", org.hamcrest.Matchers.startsWith("fj2-"))
                .body("items[0].issuedOn", equalTo("2026-03-01"));
    }

    @Test
    void a_file_that_cannot_be_read_imports_nothing() {
        upload("editor", "id,question,answer\nhalf-1,问题一,答案\nhalf-2,\"没有收尾", "")
                .statusCode(400)
                .body("errors[0].field", equalTo("file"));

        staff.as("editor").get("/api/v1/knowledge/entries/half-1").then().statusCode(404);
        staff.as("editor").multiPart("other", "x").post(IMPORTS).then().statusCode(400);
        upload("editor", new byte[21 * 1024 * 1024], "").statusCode(413);
    }

    @Test
    void many_rows_go_on_in_the_background() {
        var file = IntStream.range(0, 2600)
                .mapToObj(i -> line("many-" + i, i % 2 == 0 ? "答案" : ""))
                .collect(Collectors.joining());
        String id = upload("editor", file, "")
                .statusCode(202)
                .body("state", equalTo("RUNNING"))
                .extract()
                .path("id");

        await().untilAsserted(() -> progress(id).body("state", equalTo("DONE")));
        progress(id)
                .body("created", equalTo(1300))
                .body("rejected", equalTo(1300))
                .body("rowsDone", equalTo(2600))
                .body("rowsTotal", equalTo(2600))
                .body("errors", hasSize(1000));
    }

    @Test
    void an_import_whose_process_died_is_failed() throws Exception {
        var id = UUID.randomUUID();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO knowledge_import (id, state, dry_run, publish, file_name, actor, fingerprint, rows_total,
                                                      created_at) VALUES (?, 'RUNNING', false, false, 'a', 'a', '', 1, now())""")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }

        progress(id.toString()).body("state", equalTo("FAILED")).body("message", containsString("停止"));
        progress("no-uuid", 404);
        progress(UUID.randomUUID().toString(), 404);
    }

    @Test
    void the_same_upload_with_one_key_is_one_import() {
        var first = keyed("import-key", line("keyed-1", "答案"), 200);
        var second = keyed("import-key", line("keyed-1", "答案"), 200);

        assertThat(second.extract().<String>path("id"))
                .isEqualTo(first.extract().path("id"));
        second.body("created", equalTo(1));
        keyed("import-key", line("keyed-1", "别的"), 409);
        keyed("a key", line("keyed-1", "别的"), 400);
    }

    @Test
    void who_has_no_part_in_the_knowledge_base_imports_nothing() {
        given().multiPart("file", "a.jsonl", line("x-1", "答案").getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(401);
        upload("agent", line("x-1", "答案"), "").statusCode(403);
    }

    @Test
    void what_is_exported_can_be_imported_again() throws IOException {
        upload("reviewer", line("exp-1", "=SUM(1|2)"), "?publish=true").body("rejected", equalTo(0));

        var lines =
                staff.as("editor").get("/api/v1/knowledge/export?format=jsonl").asByteArray();
        assertThat(new String(lines, StandardCharsets.UTF_8)).contains("\"id\":\"vat-small-rate\"");
        upload("reviewer", lines, "?publish=true&dryRun=true")
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("rejected", equalTo(0));

        var workbook =
                staff.as("editor").get("/api/v1/knowledge/export?format=xlsx").asByteArray();
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (var row : opened.getSheetAt(0)) {
                if (row.getCell(0).getStringCellValue().equals("exp-1")) {
                    assertThat(row.getCell(4).getStringCellValue()).isEqualTo("'=SUM(1|2)");
                }
            }
        }
        upload("reviewer", workbook, "?publish=true&dryRun=true")
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("rejected", equalTo(0));
        staff.as("editor").get("/api/v1/knowledge/export?format=pdf").then().statusCode(400);
    }

    private static String line(String id, String answer) {
        return "{\"id\":\"" + id + "\",\"question\":\"问题" + id + "\",\"answer\":\"" + answer + "\"}\n";
    }

    private ValidatableResponse upload(String who, String text, String query) {
        return upload(who, text.getBytes(StandardCharsets.UTF_8), query);
    }

    private ValidatableResponse upload(String who, byte[] file, String query) {
        return staff.as(who)
                .multiPart("file", "entries", file)
                .post(IMPORTS + query)
                .then();
    }

    private ValidatableResponse keyed(String key, String text, int status) {
        return staff.as("editor")
                .header("Idempotency-Key", key)
                .multiPart("file", "entries", text.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(status);
    }

    private ValidatableResponse progress(String id) {
        return progress(id, 200);
    }

    private ValidatableResponse progress(String id, int status) {
        return staff.as("editor").get(IMPORTS + "/" + id).then().statusCode(status);
    }

    private ValidatableResponse entry(String id) {
        return staff.as("editor").get("/api/v1/knowledge/entries/" + id).then().statusCode(200);
    }
}
