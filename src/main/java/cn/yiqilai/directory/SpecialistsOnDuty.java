package cn.yiqilai.directory;

import java.time.Instant;
import java.util.List;

/** Who is brought in now. */
public interface SpecialistsOnDuty {
    /**
     * In the order in which they are rung: whose shift is nearest to the topic (增值税/小规模纳税人 before 增值税), then by rank. Nobody
     * twice; nobody who is retired or does not know about the topic any more.
     */
    List<Specialist> at(String topic, Instant instant);

    /** Those of a unit, whatever their topic, by rank: for a question whose topic nobody knows. */
    List<Specialist> at(UnitId unit, Instant instant);
}
