package cn.yiqilai.directory;

import org.jspecify.annotations.Nullable;

/**
 * Which key enterprises are wanted; null = whichever.
 *
 * @param query part of the name, the credit code, the scope, the address or the authority; never of a person or a number
 * @param stars so many at least; those whose number is unknown count as three
 * @param retired also those that are on the list no more
 */
public record KeyEnterpriseFilter(
        @Nullable String query,
        @Nullable Sector sector,
        @Nullable Integer stars,
        boolean retired) {}
