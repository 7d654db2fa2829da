package cn.yiqilai.handoff;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who works at a desk, as those see him who work with him.
 *
 * @param presence as it is now
 * @param load contacts that are his or ring at him
 */
@Schema(name = "DeskAgent")
public record Colleague(UUID id, String username, String name, PresenceState presence, int load) {}
