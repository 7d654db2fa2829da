package cn.yiqilai.workorder.reply;

import cn.yiqilai.access.Actor;
import java.time.Instant;

/** Where the city's template is kept. */
public interface ReplyTemplates {
    /** The latest; there always is one. */
    ReplyTemplate current();

    /** @return false when somebody else has written that version; nothing was written */
    boolean save(ReplyTemplate template, Actor by, Instant at);
}
