package cn.yiqilai.directory;

/** Tells who goes straight to a desk of his own. */
public interface Standings {
    /**
     * Retired ones do not count. Who is on both lists stands there for his project, because the other desk knows nothing of it;
     * of several projects the first by name.
     */
    Standing of(VerifiedIdentity identity);
}
