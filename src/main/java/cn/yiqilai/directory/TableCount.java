package cn.yiqilai.directory;

import org.jspecify.annotations.Nullable;

/**
 * How much of a table of the city is there.
 *
 * @param loaded rows of the city's own that are active; demonstrations do not count
 * @param demo active rows that were made up for trying things out
 * @param number of the newest sheet that was taken in; null when none was
 */
public record TableCount(int loaded, int demo, @Nullable Integer number) {}
