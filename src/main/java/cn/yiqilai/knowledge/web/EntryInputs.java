package cn.yiqilai.knowledge.web;

import cn.yiqilai.knowledge.Curation;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the ids of entries and intents. */
final class EntryInputs {
    private EntryInputs() {}

    /** No entry has a malformed id, so it is unknown. */
    static EntryId entry(String raw) {
        if (!EntryId.isWellFormed(raw)) {
            throw Curation.unknown();
        }
        return new EntryId(raw);
    }

    /** The id in the body may be left out, but must not be another one than in the address. */
    static void sameId(String address, @Nullable String body) {
        if (body != null && !body.isBlank() && !body.strip().equals(address)) {
            throw Problem.invalidField("id", "knowledge.other-id").asException();
        }
    }
}
