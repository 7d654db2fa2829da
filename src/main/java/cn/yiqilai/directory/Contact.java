package cn.yiqilai.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is reached for an enterprise or a project, and by which numbers. A call from one of them is known by it: 联系号码为直接连接线上企业直通车专席的号码
 * (附件4).
 *
 * @param name of the person; null where the list has only a number
 * @param numbers as they were written, each a {@link CallingNumber}
 */
public record Contact(@Nullable String name, List<String> numbers) {
    public Contact {
        numbers = List.copyOf(numbers);
    }

    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "Contact[" + numbers.size() + " numbers]";
    }
}
