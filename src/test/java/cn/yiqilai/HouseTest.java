package cn.yiqilai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of the house: a room knows only the rooms below it, and a technology lives in the folder that bears its name. */
class HouseTest {
    private static final List<String> ROOMS = List.of(
            "platform",
            "access",
            "calendar",
            "city",
            "directory",
            "knowledge",
            "conversation",
            "understanding",
            "retrieval",
            "decision",
            "workorder",
            "handoff",
            "outreach",
            "turn",
            "channel",
            "studio",
            "insight");

    /** Packages of a technology, and the folders that may use it. */
    private static final Map<String, List<String>> TECHNOLOGIES = Map.ofEntries(
            entry("org.apache.lucene..", List.of("..lucene..")),
            entry("com.hankcs..", List.of("..hanlp..")),
            entry("com.tyme..", List.of("..tyme..")),
            entry("ai.onnxruntime..", List.of("..onnx..")),
            entry("ai.djl..", List.of("..onnx..")),
            entry("org.jdbi..", List.of("..postgres..")),
            entry("java.sql..", List.of("..postgres..", "..platform.web..")),
            entry("com.github.kagkarlsson..", List.of("..scheduler..")),
            entry("io.vertx..", List.of("..vertx..", "..web..", "..channel..")),
            entry("io.lettuce..", List.of("..redis..")),
            entry("org.apache.poi..", List.of("..sheet..")),
            entry("org.yaml.snakeyaml..", List.of("..yaml..")),
            entry("jakarta.ws.rs..", List.of("..web..", "..channel..")),
            entry("io.zonky..", List.of("..postgres..")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.yiqilai");

    @Test
    void a_room_knows_only_the_rooms_below_it() {
        for (var room : ROOMS) {
            var above = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()).stream()
                    .map(name -> "cn.yiqilai." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("cn.yiqilai." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void rooms_form_no_circle() {
        slices().matching("cn.yiqilai.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void every_package_belongs_to_a_room() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .isSubsetOf(ROOMS);
    }

    @Test
    void a_technology_lives_in_the_folder_that_bears_its_name() {
        TECHNOLOGIES.forEach((technology, folders) -> noClasses()
                .that()
                .resideOutsideOfPackages(folders.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .allowEmptyShould(true)
                .check(CLASSES));
    }

    @Test
    void no_reactive_type_below_the_door() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "..channel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.smallrye.mutiny..")
                .check(CLASSES);
    }

    @Test
    void every_package_greets_the_newcomer() throws IOException {
        var root = Path.of("src/main/java/cn/yiqilai");
        try (Stream<Path> files = Files.walk(root)) {
            var folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(folders).allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .exists());
        }
    }

    @Test
    void nothing_takes_the_time_past_the_clock() {
        noClasses()
                .that()
                .resideInAPackage("cn.yiqilai..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
