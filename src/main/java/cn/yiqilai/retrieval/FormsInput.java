package cn.yiqilai.retrieval;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FormsOutput} wrote, from the file as the system caches it. For one thread. */
final class FormsInput implements AutoCloseable {
    private static final int LONGEST_KEPT = 1024;

    private final Arena arena;
    private final ByteBuffer bytes;
    private final char[] letters = new char[LONGEST_KEPT];

    private FormsInput(Arena arena, ByteBuffer bytes) {
        this.arena = arena;
        this.bytes = bytes;
    }

    /** @throws IOException when it cannot be read, or is not what was written */
    static FormsInput open(Path file) throws IOException {
        var arena = Arena.ofConfined();
        try (var channel = FileChannel.open(file)) {
            var size = channel.size();
            if (size < Long.BYTES || size > Integer.MAX_VALUE) {
                throw new IOException("its length is " + size);
            }
            var all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena).asByteBuffer();
            return new FormsInput(arena, checked(all.order(ByteOrder.LITTLE_ENDIAN)));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static ByteBuffer checked(ByteBuffer all) throws IOException {
        var end = all.limit() - Long.BYTES;
        var checksum = new CRC32C();
        checksum.update(all.duplicate().limit(end));
        if (checksum.getValue() != all.getLong(end)) {
            throw new IOException("its checksum is wrong");
        }
        return all.limit(end);
    }

    int number() {
        return bytes.getInt();
    }

    long longNumber() {
        return bytes.getLong();
    }

    int[] numbers() {
        var values = new int[number()];
        bytes.asIntBuffer().get(values);
        return past(values.length * Integer.BYTES, values);
    }

    double[] fractions() {
        var values = new double[number()];
        bytes.asDoubleBuffer().get(values);
        return past(values.length * Double.BYTES, values);
    }

    char[] letters() {
        var values = new char[number()];
        bytes.asCharBuffer().get(values);
        return past(values.length * Character.BYTES, values);
    }

    @Nullable
    String textOrNone() {
        var length = number();
        if (length == FormsOutput.NO_TEXT) {
            return null;
        }
        var into = length <= letters.length ? letters : new char[length];
        bytes.asCharBuffer().get(into, 0, length);
        return past(length * Character.BYTES, new String(into, 0, length));
    }

    String text() {
        var text = textOrNone();
        if (text == null) {
            throw new IllegalStateException("a text is missing");
        }
        return text;
    }

    List<String> texts() {
        var count = number();
        var texts = new ArrayList<String>(count);
        for (var i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    @Override
    public void close() {
        arena.close();
    }

    private <T> T past(int length, T value) {
        bytes.position(bytes.position() + length);
        return value;
    }
}
