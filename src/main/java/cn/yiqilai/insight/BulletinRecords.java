package cn.yiqilai.insight;

import cn.yiqilai.insight.Bulletin.Audience;
import cn.yiqilai.insight.Bulletin.Texts;
import cn.yiqilai.platform.Page;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where bulletins are kept. */
public interface BulletinRecords {
    /** A bulletin as it is kept, its publication by the name of the period. */
    record Row(int number, Audience audience, String period, String title, Texts texts, String by, Instant at) {}

    /** @return the number it was given; the next one waits until this transaction ends */
    int add(Audience audience, String period, String title, Texts texts, String by, Instant at);

    Optional<Row> find(int number);

    /** Latest first. @param audience null = whichever */
    Page<Row> list(@Nullable Audience audience, Page.Request page);
}
