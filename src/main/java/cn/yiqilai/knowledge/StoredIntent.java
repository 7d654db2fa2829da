package cn.yiqilai.knowledge;

import cn.yiqilai.platform.Shanghai;
import java.time.Instant;

/** @param version counts its changes from 1; whoever changes it names the one he saw */
public record StoredIntent(Intent intent, long version, Instant updatedAt) {

    public IntentView view() {
        return new IntentView(intent, version, Shanghai.format(updatedAt));
    }
}
