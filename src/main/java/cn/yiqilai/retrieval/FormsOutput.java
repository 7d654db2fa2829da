package cn.yiqilai.retrieval;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers and texts so that {@link FormsInput} can take them in as they lie in memory: whole arrays, letters as they are.
 * Little-endian; a checksum of everything at the end.
 */
final class FormsOutput implements Closeable {
    private static final int BUFFER = 1 << 20;
    /** Texts are written as their number of letters; none at all as this. */
    static final int NO_TEXT = -1;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    FormsOutput(Path file) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void number(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void number(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    void numbers(int[] values) throws IOException {
        number(values.length);
        for (var value : values) {
            number(value);
        }
    }

    void fractions(double[] values) throws IOException {
        number(values.length);
        for (var value : values) {
            room(Double.BYTES).putDouble(value);
        }
    }

    void letters(char[] values) throws IOException {
        number(values.length);
        for (var value : values) {
            room(Character.BYTES).putChar(value);
        }
    }

    void text(@Nullable String text) throws IOException {
        if (text == null) {
            number(NO_TEXT);
        } else {
            letters(text.toCharArray());
        }
    }

    void texts(Collection<String> texts) throws IOException {
        number(texts.size());
        for (var text : texts) {
            text(text);
        }
    }

    /** Nothing can be written after it. */
    void finish() throws IOException {
        flush();
        buffer.putLong(checksum.getValue()).flip();
        drain();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        drain();
    }

    private void drain() throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
