package cn.yiqilai.directory;

import org.jspecify.annotations.Nullable;

/**
 * Which specialists are wanted; null = whichever.
 *
 * @param query part of the name, the position or a topic; never of a number
 * @param topic that they know about
 * @param retired also those who are none any more
 */
public record SpecialistFilter(
        @Nullable String query,
        @Nullable UnitId unit,
        @Nullable String topic,
        @Nullable SpecialistKind kind,
        boolean retired) {}
