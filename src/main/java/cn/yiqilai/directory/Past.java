package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import java.time.Instant;

/**
 * What something of the directory said at one version.
 *
 * @param content what staff read of it, telephone numbers masked
 * @param actor who wrote that version
 */
public record Past(DirectoryPart part, String id, long version, Object content, Actor actor, Instant at) {}
