package cn.yiqilai.directory;

import java.time.Instant;

/**
 * A sheet that was taken in.
 *
 * @param number which one of its part, counted from 1
 */
public record TakenSheet(
        int number, String fileName, int created, int updated, int unchanged, int retired, String actor, Instant at) {}
