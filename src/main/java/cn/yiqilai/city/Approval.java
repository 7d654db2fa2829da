package cn.yiqilai.city;

import java.util.Collections;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who must sign a reply before it is submitted. Of a profile's lines the first that concerns an order holds.
 *
 * @param flags one of which the order must bear; empty: any order
 * @param signer as the document calls them
 */
@Schema(name = "ApprovalLine")
public record Approval(
        SigningLevel level,
        Set<Flag> flags,
        String signer,
        @Nullable String text,
        String source) {
    public Approval {
        flags = InOrder.of(Flag.class, flags);
    }

    public boolean concerns(Set<Flag> ofOrder) {
        return flags.isEmpty() || !Collections.disjoint(flags, ofOrder);
    }
}
