package cn.yiqilai.retrieval;

/**
 * What a document of the index points to.
 *
 * @param id of the entry or intent
 */
public record Target(Kind kind, String id) {
    public enum Kind {
        ENTRY,
        INTENT
    }

    public static Target entry(String id) {
        return new Target(Kind.ENTRY, id);
    }

    public static Target intent(String id) {
        return new Target(Kind.INTENT, id);
    }

    /** One string for both, as the index keeps it. */
    public String key() {
        return (kind == Kind.ENTRY ? "e:" : "i:") + id;
    }

    public static Target ofKey(String key) {
        return new Target(key.startsWith("e:") ? Kind.ENTRY : Kind.INTENT, key.substring(2));
    }

    public boolean isEntry() {
        return kind == Kind.ENTRY;
    }
}
