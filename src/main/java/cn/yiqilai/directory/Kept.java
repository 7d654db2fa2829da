package cn.yiqilai.directory;

import java.time.Instant;
import java.util.UUID;

/** A record of the directory that has a number of its own and versions. It is put out of service and never deleted. */
interface Kept<T extends Kept<T>> {
    UUID id();

    /** From 1. */
    long version();

    Instant updatedAt();

    boolean retired();

    /** The same content as that version of that record. */
    T numbered(UUID id, long version, Instant updatedAt);

    /** The same out of service. */
    T asRetired();
}
