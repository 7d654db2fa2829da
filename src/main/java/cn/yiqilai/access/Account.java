package cn.yiqilai.access;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works with the service.
 *
 * @param displayName what colleagues read
 * @param demo true for the accounts that come with the embedded database
 */
public record Account(UUID id, String username, String displayName, Set<Role> roles, boolean demo) {
    public Account {
        roles = Set.copyOf(roles);
    }
}
