package cn.yiqilai.platform.web;

import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what stands in an address; what makes no sense is a clear problem. */
final class Parameters {
    private Parameters() {}

    /** What is no number is out of bounds, and said to be so by the page itself. */
    static Page.Request page(String page, String size) {
        return new Page.Request(number(page), number(size));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw Problem.invalid("request.missing").asException();
        }
        return body;
    }
}
