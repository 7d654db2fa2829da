package cn.yiqilai.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The enterprise was called and told the procedure and the limit; a call that told neither is no first contact.
 *
 * @param by who called
 * @param note what was said, at most 2000 code points
 */
public record FirstContact(String by, @Nullable String note, Instant at) {}
