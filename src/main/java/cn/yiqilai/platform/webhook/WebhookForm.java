package cn.yiqilai.platform.webhook;

import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.StorableText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator writes about an address, checked field by field.
 *
 * @param kinds in alphabetical order
 */
record WebhookForm(String unit, String name, URI url, List<String> kinds) {
    private static final Pattern UNIT = Pattern.compile("[^\\s\\p{Cntrl}]{1,80}");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_URL = 500;
    private static final int MOST_KINDS = 50;
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7E]{16,200}");

    /**
     * @param known kinds that are announced; empty when nobody says
     * @throws cn.yiqilai.platform.ProblemException 400 that names every wrong field
     */
    static WebhookForm require(
            @Nullable String unit,
            @Nullable String name,
            @Nullable String url,
            @Nullable List<@Nullable String> kinds,
            Set<String> known,
            OutsideAddress outside) {
        var errors = new ArrayList<FieldError>();
        if (unit == null || !UNIT.matcher(unit).matches() || !StorableText.isStorable(unit)) {
            errors.add(error("unit", "webhook.unit"));
        }
        if (name == null || name.isBlank() || !StorableText.isStorable(name, LONGEST_NAME)) {
            errors.add(error("name", "webhook.name", LONGEST_NAME));
        }
        checkKinds(errors, kinds, known);
        var address = address(errors, url, outside);
        if (!errors.isEmpty() || unit == null || name == null || kinds == null || address.isEmpty()) {
            throw new Problem(400, "webhook.invalid", Messages.of("webhook.invalid"), errors, Map.of()).asException();
        }
        return new WebhookForm(unit, name.strip(), address.get(), List.copyOf(new TreeSet<>(kinds)));
    }

    /** @return the secret itself, or null when none was given */
    static @Nullable String requireSecret(@Nullable String secret) {
        if (secret != null && !SECRET.matcher(secret).matches()) {
            throw Problem.invalidField("secret", "webhook.secret").asException();
        }
        return secret;
    }

    private static void checkKinds(List<FieldError> errors, @Nullable List<@Nullable String> kinds, Set<String> known) {
        if (kinds == null || kinds.isEmpty() || kinds.size() > MOST_KINDS) {
            errors.add(error("kinds", "webhook.kinds", MOST_KINDS));
            return;
        }
        for (var kind : kinds) {
            if (!isKind(kind)) {
                errors.add(error("kinds", "webhook.kind"));
            } else if (!known.isEmpty() && !Webhook.ALL_KINDS.equals(kind) && !known.contains(kind)) {
                errors.add(error("kinds", "webhook.kind-unknown", kind, String.join("、", new TreeSet<>(known))));
            }
        }
    }

    private static boolean isKind(@Nullable String kind) {
        return kind != null
                && (kind.equals(Webhook.ALL_KINDS) || KIND.matcher(kind).matches());
    }

    private static Optional<URI> address(List<FieldError> errors, @Nullable String url, OutsideAddress outside) {
        var parsed = parse(url);
        if (parsed.isEmpty()) {
            errors.add(error("url", "webhook.url", LONGEST_URL));
            return parsed;
        }
        var address = parsed.get();
        if (!"https".equalsIgnoreCase(address.getScheme()) && !outside.allowsPlain()) {
            errors.add(error("url", "webhook.url-plain"));
            return Optional.empty();
        }
        return switch (outside.find(address)) {
            case OutsideAddress.Found.Machine machine -> parsed;
            case OutsideAddress.Found.Unknown() -> refused(errors, "webhook.url-unknown");
            case OutsideAddress.Found.Forbidden() -> refused(errors, "webhook.url-private");
        };
    }

    private static Optional<URI> refused(List<FieldError> errors, String code) {
        errors.add(error("url", code));
        return Optional.empty();
    }

    /** An absolute http or https address with a host, without a name or password in it and without a fragment. */
    private static Optional<URI> parse(@Nullable String url) {
        if (url == null || url.length() > LONGEST_URL || !url.matches("[\\x21-\\x7E]+")) {
            return Optional.empty();
        }
        try {
            var parsed = new URI(url);
            var scheme = String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT);
            var whole = (scheme.equals("https") || scheme.equals("http"))
                    && parsed.getHost() != null
                    && parsed.getRawUserInfo() == null
                    && parsed.getRawFragment() == null
                    && parsed.getPort() != 0
                    && parsed.getPort() <= 65_535;
            return whole ? Optional.of(parsed) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static FieldError error(String field, String code, Object... arguments) {
        return new FieldError(field, Messages.of(code, arguments));
    }
}
