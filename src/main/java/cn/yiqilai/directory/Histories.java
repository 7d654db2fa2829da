package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import java.time.Instant;
import java.util.List;

/** Where the past of the directory is kept. */
public interface Histories {
    /** Keeps whoever else changes the directory waiting until the transaction ends: it is checked as a whole. */
    void lock();

    void add(List<Past> versions);

    /** Newest first, at most a hundred; the content as a map of its fields. */
    List<Past> of(DirectoryPart part, String id);

    /** Writes down that a sheet was taken in, and numbers it among those of its part. */
    int addImport(ImportReport report, String fileName, Actor actor, Instant at);

    /** The sheets that were taken in, newest first, at most a hundred. */
    List<TakenSheet> imports(DirectoryPart part);
}
