package cn.yiqilai.knowledge.web;

import cn.yiqilai.knowledge.Curation;
import cn.yiqilai.knowledge.EntryId;

/** Reads the ids of entries. */
final class EntryInputs {
    private EntryInputs() {}

    /** No entry has a malformed id, so it is unknown. */
    static EntryId entry(String raw) {
        if (!EntryId.isWellFormed(raw)) {
            throw Curation.unknown();
        }
        return new EntryId(raw);
    }
}
