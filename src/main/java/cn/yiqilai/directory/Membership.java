package cn.yiqilai.directory;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For which unit an account works.
 *
 * @param unit null for an account that belongs to none
 * @param version to be named by the next change; 0 while nothing was ever said
 */
@Schema(name = "Membership")
public record Membership(UUID account, @Nullable String unit, long version) {}
