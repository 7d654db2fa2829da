package cn.yiqilai.knowledge;

import cn.yiqilai.platform.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the newest version of an entry stands. An older, published version may be answered meanwhile: see {@link
 * CuratedEntry#publishedNumber()}.
 */
@Schema(name = "EntryState")
public enum EntryState {
    /** Somebody writes at it. */
    DRAFT,
    /** Waits for a second person. */
    IN_REVIEW,
    /** Is what enterprises are told. */
    PUBLISHED,
    /** Was told once and no longer is. */
    RETIRED;

    /** As editors read it. */
    public String title() {
        return Messages.of("knowledge.state." + name());
    }
}
