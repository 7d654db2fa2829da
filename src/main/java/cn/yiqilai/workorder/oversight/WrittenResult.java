package cn.yiqilai.workorder.oversight;

import java.time.Instant;

/** @param by who wrote it, {@code account:…} */
public record WrittenResult(Result result, String by, Instant at) {}
