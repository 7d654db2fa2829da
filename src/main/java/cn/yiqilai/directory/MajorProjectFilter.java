package cn.yiqilai.directory;

import org.jspecify.annotations.Nullable;

/**
 * Which major projects are wanted; null = whichever.
 *
 * @param query part of the name, the content, the company, its credit code, the address, the industry or the authority; never of a
 *     person or a number
 * @param retired also those that are on the list no more
 */
public record MajorProjectFilter(@Nullable String query, boolean retired) {}
