package cn.yiqilai.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** Every sentence that a person may read, by name; kept in one file, {@code messages.properties}, in Chinese. */
public final class Messages {
    private static final Properties SENTENCES = load();

    private Messages() {}

    /**
     * The sentence of that name with its places {@code {0}}, {@code {1}} … filled.
     *
     * @throws IllegalArgumentException when there is no such sentence: a mistake in the program
     */
    public static String of(String name, Object... arguments) {
        var sentence = SENTENCES.getProperty(name);
        if (sentence == null) {
            throw new IllegalArgumentException("messages.properties has no sentence named " + name);
        }
        return arguments.length == 0 ? sentence : new MessageFormat(sentence, Locale.ROOT).format(arguments);
    }

    private static Properties load() {
        var sentences = new Properties();
        try (var stream = Messages.class.getResourceAsStream("/messages.properties")) {
            if (stream == null) {
                throw new IllegalStateException("messages.properties is not on the class path");
            }
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException("messages.properties cannot be read", e);
        }
    }
}
