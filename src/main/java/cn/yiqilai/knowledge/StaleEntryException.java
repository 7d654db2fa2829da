package cn.yiqilai.knowledge;

/** Somebody else wrote the entry between our reading and our writing. */
public final class StaleEntryException extends RuntimeException {
    public StaleEntryException(EntryId id) {
        super("entry " + id + " was written by somebody else meanwhile");
    }
}
