package cn.yiqilai.workorder.web;

import static io.restassured.RestAssured.given;

import cn.yiqilai.access.Password;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/** The people who handle orders in tests: the demo accounts, and one account each of two units. */
public final class Crew {
    public static final String ORDERS = "/api/v1/work-orders";
    public static final String POWER = "it-power";
    public static final String HOUSING = "it-housing";

    /** By port and name, because an application that is started anew has a database of its own; logging in is limited. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    /** Two units and their accounts, once a database. */
    public Crew(Jdbi jdbi) {
        jdbi.useTransaction(handle -> {
            for (var unit : new String[] {POWER, HOUSING}) {
                handle.createUpdate("""
                                INSERT INTO unit (id, name, aliases, kind, level, keywords, version, updated_at)
                                VALUES (:id, :name, '{}', 'DEPARTMENT', 'CITY', '{}', 1, now()) ON CONFLICT DO NOTHING""")
                        .bind("id", unit)
                        .bind("name", "某某" + unit)
                        .execute();
                handle.createUpdate("""
                                INSERT INTO account (id, username, display_name, roles, password_hash, created_at)
                                VALUES (:id, :unit, :name, '{DEPARTMENT}', :hash, now()) ON CONFLICT DO NOTHING""")
                        .bind("id", UUID.nameUUIDFromBytes(unit.getBytes()))
                        .bind("unit", unit)
                        .bind("name", "经办" + unit)
                        .bind("hash", Password.hash("yiqilai-" + unit))
                        .execute();
                handle.createUpdate("""
                                INSERT INTO account_unit (account_id, unit, version) VALUES (:id, :unit, 1)
                                ON CONFLICT DO NOTHING""")
                        .bind("id", UUID.nameUUIDFromBytes(unit.getBytes()))
                        .bind("unit", unit)
                        .execute();
            }
        });
    }

    /** By user name: {@code agent}, {@code supervisor} …, {@link #POWER}. */
    public RequestSpecification as(String username) {
        return given().header(
                        "Authorization",
                        "Bearer " + TOKENS.computeIfAbsent(RestAssured.port + username, key -> login(username)))
                .contentType(ContentType.JSON);
    }

    /** Time was set on, further than a session lasts. */
    public void loggedOut() {
        TOKENS.clear();
    }

    private static String login(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", "yiqilai-" + username))
                .post("/api/v1/login")
                .path("token");
    }
}
