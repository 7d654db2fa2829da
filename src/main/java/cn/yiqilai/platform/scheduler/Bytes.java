package cn.yiqilai.platform.scheduler;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** The data of a task are bytes already: JSON, that anybody can read in the table. */
final class Bytes implements Serializer {
    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return (byte[]) data;
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        return type.cast(data);
    }
}
