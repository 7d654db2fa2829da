package cn.yiqilai.platform;

import java.util.Map;

/**
 * An administrator has changed something down here. Fired synchronously in the transaction of the change; the room that
 * keeps the trail of deeds stands above and writes it down, in the same transaction.
 *
 * @param action {@code outbox.retry}
 * @param subjectKind what it was done to: {@code dispatch}, {@code webhook}
 * @param detail ids, versions and codes only; never personal data, never a secret
 */
public record OperatorDeed(String action, String subjectKind, String subjectId, Map<String, String> detail) {
    public OperatorDeed {
        detail = Map.copyOf(detail);
    }
}
