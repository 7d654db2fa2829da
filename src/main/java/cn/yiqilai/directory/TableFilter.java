package cn.yiqilai.directory;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table of the city are wanted; null = whichever.
 *
 * @param query part of the code, the name or the category
 */
public record TableFilter(@Nullable String query, @Nullable Boolean active) {}
